package ru.cur.channel.citizen;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import ru.cur.platform.engine.ChangedMeanwhile;

/** Says to a citizen what went wrong, on a page of his own and not on one for staff. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(assignableTypes = {ReportController.class, StatusController.class})
@ConditionalOnBooleanProperty("cur.channel.citizen.enabled")
class CitizenErrors implements ErrorViewResolver {
    private static final String UNREADABLE =
            "Форма не прочитана, ничего не отправлено. Вернитесь назад: набранное, скорее всего, сохранилось. Выберите фото поменьше и отправьте снова.";

    @ExceptionHandler
    ModelAndView unknown(UnknownReport unknown) {
        return page(HttpStatus.NOT_FOUND, unknown.getMessage());
    }

    @ExceptionHandler
    ModelAndView changedMeanwhile(ChangedMeanwhile slower) {
        return page(
                HttpStatus.SERVICE_UNAVAILABLE, "Сообщение сейчас меняют другие. Вернитесь назад и отправьте снова.");
    }

    @ExceptionHandler
    ModelAndView unreadable(MultipartException unreadable) {
        return page(HttpStatus.BAD_REQUEST, UNREADABLE);
    }

    /** For what is refused before a controller is asked. */
    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        String path = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
        return path.matches(request.getContextPath() + "/citizen(/.*)?") ? page(status, sentence(status)) : null;
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN ->
                "Страница была открыта слишком давно, ничего не отправлено. Вернитесь назад, обновите страницу и отправьте снова. Если не поможет, разрешите этому сайту cookie.";
            case PAYLOAD_TOO_LARGE ->
                "Фотографии вместе слишком большие, ничего не отправлено. Вернитесь назад и выберите меньше фото.";
            case BAD_REQUEST -> UNREADABLE;
            default -> "Не получилось, ничего не отправлено. Попробуйте ещё раз через несколько минут.";
        };
    }

    private static ModelAndView page(HttpStatus status, String sentence) {
        return new ModelAndView("citizen/problem", Map.of("sentence", sentence), status);
    }
}
