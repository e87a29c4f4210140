package ru.cur.channel.exchange;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/** What all pages below /channels/exchange share: how they write, what their reader may do, what they say when something is wrong. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the general handler of problem details, which are for programs
@ControllerAdvice(annotations = ExchangePage.class)
class ExchangeProblems {
    private final ExchangeFormat format;

    ExchangeProblems(ExchangeFormat format) {
        this.format = format;
    }

    @ModelAttribute("ru")
    ExchangeFormat format() {
        return format;
    }

    @ModelAttribute("sources")
    ExchangeSource[] sources() {
        return ExchangeSource.values();
    }

    @ModelAttribute("exchanges")
    boolean exchanges(HttpServletRequest request) {
        return ExchangeAccess.exchanges(request);
    }

    @ModelAttribute("decides")
    boolean decides(HttpServletRequest request) {
        return ExchangeAccess.decides(request);
    }

    @ExceptionHandler
    ModelAndView onRefusal(ExchangeRefusal refusal) {
        return page(HttpStatus.CONFLICT, "Не получилось", refusal.getMessage());
    }

    @ExceptionHandler
    ModelAndView onAbsence(NothingThere nothing) {
        return page(HttpStatus.NOT_FOUND, "Такой страницы нет", nothing.getMessage());
    }

    @ExceptionHandler
    ModelAndView onDenied(AccessDeniedException denied) {
        return page(HttpStatus.FORBIDDEN, "Нет доступа", denied.getMessage());
    }

    @ExceptionHandler
    ModelAndView onMistyped(MethodArgumentTypeMismatchException mistyped) {
        return page(HttpStatus.NOT_FOUND, "Такой страницы нет", "Проверьте адрес: в нём ошибка.");
    }

    @ExceptionHandler({MissingServletRequestParameterException.class, MissingServletRequestPartException.class})
    ModelAndView onNonsense() {
        return page(HttpStatus.BAD_REQUEST, "Не получилось", "Поле формы не заполнено или заполнено неверно.");
    }

    private static ModelAndView page(HttpStatus status, String title, String problem) {
        ModelAndView page = new ModelAndView("channels/problem", status);
        page.addObject("title", title);
        page.addObject("problem", problem);
        return page;
    }
}
