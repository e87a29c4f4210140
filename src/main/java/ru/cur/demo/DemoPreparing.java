package ru.cur.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks people to wait while the demo's two months happen: what they did now would be dated into the past. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoPreparing extends OncePerRequestFilter {
    private static final int SECONDS = 3;

    private volatile String progress = "";
    private volatile boolean ready;

    void progress(int played, int all) {
        progress = "%d из %d инцидентов".formatted(played, all);
    }

    void done() {
        ready = true;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return ready || path.startsWith("/actuator/health") || path.startsWith("/demo/vk/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(SECONDS));
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write("""
                        <!DOCTYPE html><html lang="ru"><meta charset="UTF-8"><meta http-equiv="refresh" content="%d">
                        <title>Готовим данные</title><h1>Готовим данные</h1>
                        <p>Первый запуск: разыгрываем два месяца работы ЦУР. Готово: %s. Страница обновится сама.</p></html>
                        """.formatted(SECONDS, progress.isEmpty() ? "0" : progress));
    }
}
