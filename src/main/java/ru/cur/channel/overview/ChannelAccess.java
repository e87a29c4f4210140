package ru.cur.channel.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import ru.cur.platform.security.Role;

/** The CUR reads how the channels are; who works with the stream, and an administrator, opens events and tries again. */
@Component
class ChannelAccess implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/channels", "/channels/events/**", "/channels/*/retry");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!reads(request)) {
            throw new AccessDeniedException("Состояние каналов видят сотрудники ЦУР. Обратитесь к администратору.");
        }
        boolean opens = request.getRequestURI().startsWith(request.getContextPath() + "/channels/events");
        if ((opens || !request.getMethod().equals(HttpMethod.GET.name())) && !works(request)) {
            throw new AccessDeniedException(
                    "События открывают и повторяют операторы, кураторы, руководитель ЦУР и администратор.");
        }
        return true;
    }

    static boolean reads(HttpServletRequest request) {
        return works(request) || Role.ofCur().stream().anyMatch(role -> request.isUserInRole(role.group()));
    }

    static boolean works(HttpServletRequest request) {
        return Stream.of(Role.OPERATOR, Role.CURATOR, Role.HEAD, Role.ADMINISTRATOR)
                .anyMatch(role -> request.isUserInRole(role.group()));
    }
}
