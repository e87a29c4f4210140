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
        return request.isUserInRole(Role.MANAGER.group()) ? "redirect:/reports" : "redirect:/camunda/app/tasklist/";
    }
}
