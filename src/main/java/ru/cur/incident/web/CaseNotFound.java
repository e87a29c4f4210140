package ru.cur.incident.web;

/** There is no such case, or it is not the reader's: a number tells nothing to those whom it does not concern. */
final class CaseNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CaseNotFound(String number) {
        super("Инцидент %s не найден".formatted(number));
    }
}
