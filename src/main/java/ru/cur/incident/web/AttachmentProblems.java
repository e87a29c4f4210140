package ru.cur.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import ru.cur.incident.CaseRefusal;

/** What is wrong with a file, in one Russian sentence: problem details for a script, a page for a person. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the general handler of problem details
@ControllerAdvice(assignableTypes = {AttachmentController.class, WaitingFileController.class})
class AttachmentProblems {

    @ExceptionHandler
    Object onAbsence(CaseNotFound nothing, HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "Не найдено", nothing.getMessage(), request);
    }

    @ExceptionHandler
    Object onDenied(AccessDeniedException denied, HttpServletRequest request) {
        return problem(HttpStatus.FORBIDDEN, "Нет доступа", denied.getMessage(), request);
    }

    @ExceptionHandler
    Object onRefusal(CaseRefusal refusal, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "Не получилось", refusal.getMessage(), request);
    }

    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        MissingServletRequestPartException.class,
        MethodArgumentTypeMismatchException.class,
        MultipartException.class
    })
    Object onNonsense(HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "Не получилось", "Выберите файл и укажите, что в нём", request);
    }

    private static Object problem(HttpStatus status, String title, String sentence, HttpServletRequest request) {
        if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatusAndDetail(status, sentence));
        }
        ModelAndView page = new ModelAndView("incidents/problem", status);
        page.addObject("title", title);
        page.addObject("problem", sentence);
        return page;
    }
}
