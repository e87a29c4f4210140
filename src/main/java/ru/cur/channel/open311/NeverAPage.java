package ru.cur.channel.open311;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What the server or another filter refuses before our controllers are asked is told in a format of Open311, too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnBooleanProperty("cur.channel.open311.enabled")
class NeverAPage extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(NeverAPage.class);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/open311/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new Spoken(request, response));
        } catch (IOException | ServletException | RuntimeException failure) {
            log.error("Open311 request failed: {} {}", request.getMethod(), request.getRequestURI(), failure);
            say(request, response, GeoError.BAD, GeoAnswers.OUR_FAULT);
        }
    }

    private static void say(HttpServletRequest request, HttpServletResponse response, int code, String description)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Format format = Format.of(request);
        response.resetBuffer();
        response.setStatus(code);
        response.setContentType(format.mediaType().toString());
        response.getOutputStream().write(format.write(GeoDocument.errors(List.of(new GeoError(code, description)))));
        response.flushBuffer();
    }

    /** A response that says its errors itself instead of leaving them to an error page. */
    private static final class Spoken extends HttpServletResponseWrapper {
        private final HttpServletRequest request;

        Spoken(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            int code = status == SC_NOT_FOUND ? GeoError.UNKNOWN : GeoError.BAD;
            say(
                    request,
                    (HttpServletResponse) getResponse(),
                    code,
                    code == GeoError.UNKNOWN
                            ? "Такого адреса нет"
                            : "Запрос не принят: проверьте адрес и тело запроса");
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
