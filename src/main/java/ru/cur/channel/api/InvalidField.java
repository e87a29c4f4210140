package ru.cur.channel.api;

/** A field whose value is well-formed but means nothing here. */
final class InvalidField extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    InvalidField(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
