package ru.cur.platform.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine would keep comments and attached files for years, out of the reach of a person's right to be forgotten. */
final class NoTextsInTheEngine extends OncePerRequestFilter {
    private static final Pattern WRITES_TEXT =
            Pattern.compile(".*/(task|process-instance)/[^/]+/(comment|attachment)/.*");

    private final ObjectMapper json;

    NoTextsInTheEngine(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                || request.getMethod().equals("DELETE")
                || !WRITES_TEXT.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(
                response.getOutputStream(),
                Map.of(
                        "type", "RestException",
                        "message",
                                "Комментарии и файлы здесь не хранятся: пишите в форме задачи, она попадёт в историю инцидента"));
    }
}
