package ru.cur.reference;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import ru.cur.platform.security.Role;

/**
 * The CUR reads everything below /directory, an administrator changes it, nobody else comes in. Templates of answers are changed by
 * curators and analysts, too. Absences are everybody's business: their page has rules of its own.
 */
@Component
class ReferenceAccess implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/directory/**").excludePathPatterns("/directory/absences/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!reads(request)) {
            throw new AccessDeniedException("Справочники открыты сотрудникам ЦУР. Обратитесь к администратору.");
        }
        boolean changes = !request.getMethod().equals(HttpMethod.GET.name())
                && !request.getMethod().equals(HttpMethod.HEAD.name());
        if (changes && !edits(request)) {
            throw new AccessDeniedException(
                    isTemplate(request)
                            ? "Шаблоны меняют кураторы, аналитики и администратор."
                            : "Изменять справочники может только администратор.");
        }
        return true;
    }

    static boolean reads(HttpServletRequest request) {
        return edits(request) || Role.ofCur().stream().anyMatch(role -> request.isUserInRole(role.group()));
    }

    static boolean edits(HttpServletRequest request) {
        boolean author = request.isUserInRole(Role.CURATOR.group()) || request.isUserInRole(Role.ANALYST.group());
        return request.isUserInRole(Role.ADMINISTRATOR.group()) || (author && isTemplate(request));
    }

    private static boolean isTemplate(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/directory/templates");
    }
}
