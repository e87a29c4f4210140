package ru.cur.channel.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks for the key before a byte of the body is read, and reads no more of it than is allowed. */
@Component
class IntakeFilter extends OncePerRequestFilter {
    static final String CALLER = "ru.cur.intake.caller";

    /** As the server understands paths, decoded: an encoded letter must not lead around the key. */
    private static final RequestMatcher DOORS = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/api/messages/**"),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/incidents/*/feedback"));

    private final ApiKeys keys;
    private final IntakeProperties properties;
    private final ObjectMapper json;

    IntakeFilter(ApiKeys keys, IntakeProperties properties, ObjectMapper json) {
        this.keys = keys;
        this.properties = properties;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !DOORS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> caller = keys.ownerOf(request.getHeader("X-API-Key"));
        if (caller.isEmpty()) {
            refuse(response, HttpStatus.UNAUTHORIZED, "Ключ в заголовке X-API-Key отсутствует или неверен");
            return;
        }
        int limit = (int) properties.maxBody().toBytes();
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "Запрос больше %d КБ".formatted(limit / 1024));
            return;
        }
        request.setAttribute(CALLER, caller.get());
        chain.doFilter(new ReadRequest(request, body), response);
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
    }

    /** The request with its body already in memory. */
    private static final class ReadRequest extends HttpServletRequestWrapper {
        private final byte[] body;

        ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int from, int length) {
                    return bytes.read(target, from, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("The body is in memory: there is nothing to wait for");
                }
            };
        }
    }
}
