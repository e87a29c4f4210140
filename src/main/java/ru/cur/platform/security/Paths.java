package ru.cur.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** Paths as the server understands them, decoded: an encoded letter must not lead around a rule. */
final class Paths {
    private Paths() {}

    static String of(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
