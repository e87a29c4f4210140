package ru.cur.incident.web;

/**
 * There is no such case or no such file of it, or it is not the reader's: a number tells nothing to those whom it does not
 * concern.
 */
final class CaseNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CaseNotFound(String number) {
        this("Инцидент", number, "не найден");
    }

    private CaseNotFound(String beginning, String number, String end) {
        super("%s %s %s".formatted(beginning, number, end));
    }

    static CaseNotFound file(String number) {
        return new CaseNotFound("У инцидента", number, "нет такого файла");
    }
}
