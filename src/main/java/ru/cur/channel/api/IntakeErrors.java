package ru.cur.channel.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import ru.cur.incident.CaseRefusal;
import ru.cur.platform.engine.ChangedMeanwhile;

/** Tells a program which field is at fault. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the general handler of problem details
@RestControllerAdvice(assignableTypes = {MessagesController.class, FeedbackController.class})
class IntakeErrors {

    /** @param field path of the field in the request @param message what is wrong, in Russian */
    record FieldError(String field, String message) {}

    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentNotValidException e) {
        return problem(e.getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), error.getDefaultMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList());
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidField e) {
        return problem(List.of(new FieldError(e.field(), e.getMessage())));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return problem(List.of(new FieldError(path(mapping), "значение не того вида")));
        }
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Тело запроса — не JSON или пустое");
    }

    @ExceptionHandler
    ProblemDetail wrongType(HttpMediaTypeNotSupportedException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Нужен Content-Type: application/json");
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownThing e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(CaseRefusal e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    /** Nothing has been kept: the program asks again. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(ChangedMeanwhile e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, "Инцидент сейчас меняют другие. Повторите запрос"));
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static ProblemDetail problem(List<FieldError> all) {
        List<FieldError> errors = all.stream().distinct().toList();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                errors.stream()
                        .map(error -> error.field() + ": " + error.message())
                        .collect(Collectors.joining("; ")));
        problem.setProperty("errors", errors);
        return problem;
    }
}
