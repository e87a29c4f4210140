package ru.cur.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a call of the engine's REST API act as the person who made it. */
final class EngineRestIdentity extends OncePerRequestFilter {
    private final ActingUser actingUser;

    EngineRestIdentity(ActingUser actingUser) {
        this.actingUser = actingUser;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Paths.of(request).startsWith("/engine-rest/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (ActingUser.Scope scope = actingUser.as(request.getUserPrincipal().getName())) {
            chain.doFilter(request, response);
        }
    }
}
