package ru.cur.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine would keep comments and attached files for years, out of the reach of a person's right to be forgotten. */
final class NoTextsInTheEngine extends OncePerRequestFilter {
    private static final Pattern WRITES_TEXT =
            Pattern.compile(".*/(task|process-instance)/[^/]+/(comment|attachment)(/.*)?");

    private final Refusals refusals;

    NoTextsInTheEngine(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                || request.getMethod().equals("DELETE")
                || !WRITES_TEXT.matcher(Paths.of(request)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        refusals.write(
                response,
                HttpStatus.FORBIDDEN,
                "Комментарии и файлы здесь не хранятся: пишите в форме задачи, она попадёт в историю инцидента");
    }
}
