package ru.cur.reference;

import java.util.List;
import java.util.stream.Collectors;

/** Parameters that cannot be understood; the messages are Russian and for the person whose program has sent them. */
final class InvalidQuestion extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<FieldError> errors;

    /** @param field name of the parameter @param message what is wrong, in Russian */
    record FieldError(String field, String message) {}

    InvalidQuestion(List<FieldError> errors) {
        super(errors.stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    InvalidQuestion(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    List<FieldError> errors() {
        return errors;
    }
}
