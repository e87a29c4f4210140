package ru.cur.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Announces every refusal, also the kind that looks like absence: the engine hides a foreign task behind a 404. */
final class RefusalWatch extends OncePerRequestFilter {
    private static final Pattern NAMES_A_CASE = Pattern.compile(
            ".*/(task|process-instance|execution|variable-instance|job|attachment|incident|incidents|activity-instance)/[^/]+.*");

    private final ApplicationEventPublisher events;

    RefusalWatch(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        int status = response.getStatus();
        if (status == HttpStatus.FORBIDDEN.value()
                || (status == HttpStatus.NOT_FOUND.value()
                        && NAMES_A_CASE.matcher(Paths.of(request)).matches())) {
            String actor = Optional.ofNullable(request.getRemoteUser()).orElse("anonymous");
            events.publishEvent(new AccessRefused(
                    actor, request.getMethod() + " " + Paths.of(request), status, request.getRemoteAddr()));
        }
    }
}
