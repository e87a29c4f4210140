package ru.cur.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a file that is too large by what the browser announces, before anybody reads it. The server itself would stop in
 * the middle of the form, lose its token and speak of missing rights. A script gets problem details, a person a page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after those who tell refusals in a form of their own
class UploadLimit extends OncePerRequestFilter {
    /** What the error page says instead of its own words. */
    static final String SENTENCE = "uploadProblem";

    /** A diagram is deployed as an upload, too. */
    private static final Pattern OF_THE_ENGINE = Pattern.compile("(/[^/]+)?/(engine-rest|camunda)/");

    private final List<UploadAllowance> allowances;
    private final ObjectMapper json;

    UploadLimit(List<UploadAllowance> allowances, ObjectMapper json) {
        this.allowances = allowances;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null
                || !type.startsWith("multipart/")
                || OF_THE_ENGINE.matcher(request.getRequestURI()).lookingAt();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long size = request.getContentLengthLong();
        UploadAllowance allowance = allowance(request);
        if (size < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (size > allowance.largestRequest()) {
            refuse(allowance, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private UploadAllowance allowance(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return allowances.stream()
                .filter(allowance -> path.startsWith(allowance.path()))
                .max(Comparator.comparing(allowance -> allowance.path().length()))
                .orElseThrow();
    }

    private void refuse(UploadAllowance allowance, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String sentence = "Файл не загружен, данные не изменились: он больше %d МБ. Проверьте, тот ли файл выбран."
                .formatted(allowance.largestFile().toMegabytes());
        if (!String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            request.setAttribute(SENTENCE, sentence);
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(
                response.getOutputStream(), ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, sentence));
    }
}
