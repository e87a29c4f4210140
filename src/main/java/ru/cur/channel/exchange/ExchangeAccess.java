package ru.cur.channel.exchange;

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

/**
 * Who works with the stream of messages reads everything below /channels/exchange; operators, curators and administrators send and
 * fetch files; how files are read an administrator alone decides.
 */
@Component
class ExchangeAccess implements HandlerInterceptor, WebMvcConfigurer {
    static final String ROOT = "/channels/exchange";
    private static final String MAPPING = ROOT + "/mapping";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(ROOT + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!reads(request)) {
            throw new AccessDeniedException(
                    "Обмен файлами открыт операторам, кураторам, руководителям и аналитикам ЦУР.");
        }
        if (changes(request)) {
            refuseUnless(request);
        }
        return true;
    }

    private static void refuseUnless(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + MAPPING)) {
            if (!decides(request)) {
                throw new AccessDeniedException("Столбцы и слова меняет только администратор.");
            }
        } else if (!exchanges(request)) {
            throw new AccessDeniedException("Загружают и выгружают файлы операторы, кураторы и администратор.");
        }
    }

    private static boolean changes(HttpServletRequest request) {
        return !request.getMethod().equals(HttpMethod.GET.name())
                && !request.getMethod().equals(HttpMethod.HEAD.name());
    }

    private static boolean reads(HttpServletRequest request) {
        return exchanges(request) || isAny(request, Role.HEAD, Role.ANALYST);
    }

    /** Whether he sends and fetches files. */
    static boolean exchanges(HttpServletRequest request) {
        return decides(request) || isAny(request, Role.OPERATOR, Role.CURATOR);
    }

    /** Files hold the words of authors: whoever only reads the pages does not carry them away. */
    static void requireExchange(HttpServletRequest request) {
        if (!exchanges(request)) {
            throw new AccessDeniedException("Файлы скачивают операторы, кураторы и администратор.");
        }
    }

    /** Whether he says how files are read. */
    static boolean decides(HttpServletRequest request) {
        return isAny(request, Role.ADMINISTRATOR);
    }

    /** Whether he sees restricted cases. */
    static boolean seesRestricted(HttpServletRequest request) {
        return isAny(request, Role.RESTRICTED);
    }

    private static boolean isAny(HttpServletRequest request, Role... roles) {
        return Stream.of(roles).anyMatch(role -> request.isUserInRole(role.group()));
    }
}
