package ru.cur.reference;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import ru.cur.sla.calendar.CalendarRefusal;
import ru.cur.sla.calendar.UnknownDraft;

/** What all pages below /directory share: how they write, who may change, and what they say when something is wrong. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the general handler of problem details, which are for programs
@ControllerAdvice(annotations = ReferencePage.class)
class ReferenceProblems {
    private final ReferenceFormat format;

    ReferenceProblems(ReferenceFormat format) {
        this.format = format;
    }

    @ModelAttribute("ru")
    ReferenceFormat format() {
        return format;
    }

    @ModelAttribute("edits")
    boolean edits(HttpServletRequest request) {
        return ReferenceAccess.edits(request);
    }

    @ExceptionHandler
    ModelAndView onRefusal(CalendarRefusal refusal) {
        return page(HttpStatus.BAD_REQUEST, "Не получилось", refusal.getMessage());
    }

    @ExceptionHandler({NothingThere.class, UnknownDraft.class})
    ModelAndView onAbsence(RuntimeException nothing) {
        return page(HttpStatus.NOT_FOUND, "Такой страницы нет", nothing.getMessage());
    }

    @ExceptionHandler
    ModelAndView onDenied(AccessDeniedException denied) {
        return page(HttpStatus.FORBIDDEN, "Нет доступа", denied.getMessage());
    }

    /** Nonsense in a form is a mistake in the form; in an address it is the address of nothing. */
    @ExceptionHandler
    ModelAndView onMistyped(MethodArgumentTypeMismatchException mistyped) {
        return mistyped.getParameter().hasParameterAnnotation(PathVariable.class)
                ? onAbsence(new NothingThere("Проверьте адрес: в нём ошибка."))
                : onNonsense();
    }

    @ExceptionHandler({MissingServletRequestParameterException.class, MissingServletRequestPartException.class})
    ModelAndView onNonsense() {
        return page(HttpStatus.BAD_REQUEST, "Не получилось", "Поле формы не заполнено или заполнено неверно.");
    }

    private static ModelAndView page(HttpStatus status, String title, String problem) {
        ModelAndView page = new ModelAndView("directory/problem", status);
        page.addObject("title", title);
        page.addObject("problem", problem);
        page.addObject("denied", status == HttpStatus.FORBIDDEN);
        return page;
    }
}
