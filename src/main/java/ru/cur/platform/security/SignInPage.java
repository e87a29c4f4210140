package ru.cur.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page, and where a person lands who asked for nothing in particular. */
@Controller
class SignInPage {

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @GetMapping("/")
    String home(HttpServletRequest request) {
        if (request.isUserInRole(Role.MANAGER.group()) || request.isUserInRole(Role.GOVERNOR.group())) {
            return "redirect:/reports";
        }
        // No task is an analyst's.
        return request.isUserInRole(Role.ANALYST.group())
                ? "redirect:/camunda/app/cockpit/"
                : "redirect:/camunda/app/tasklist/";
    }
}
