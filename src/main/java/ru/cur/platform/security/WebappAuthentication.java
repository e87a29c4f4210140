package ru.cur.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/** Tells the engine's webapps who has logged in. Made by their filter, by name. */
public final class WebappAuthentication implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Principal user = request.getUserPrincipal();
        return user == null ? AuthenticationResult.unsuccessful() : AuthenticationResult.successful(user.getName());
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // Our login page is the challenge; a second one, of the browser's own, would only confuse.
    }
}
