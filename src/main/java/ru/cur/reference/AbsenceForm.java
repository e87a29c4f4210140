package ru.cur.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.util.StringUtils;

/** What has been typed, as it was typed: it stays in the form when something is wrong with it. */
record AbsenceForm(String person, String substitute, String from, String to, String reason) {
    static final AbsenceForm EMPTY = new AbsenceForm("", "", "", "", "");

    /** @throws BadAbsence when it is no day */
    LocalDate firstDay() {
        return day(from, "Укажите первый день отсутствия.");
    }

    /** @throws BadAbsence when it is no day */
    LocalDate lastDay() {
        return day(to, "Укажите последний день отсутствия.");
    }

    /** @return null when nobody is named */
    String substituteOrNull() {
        return StringUtils.hasText(substitute) ? substitute : null;
    }

    private static LocalDate day(String typed, String request) {
        try {
            return LocalDate.parse(String.valueOf(typed).strip());
        } catch (DateTimeException e) {
            throw new BadAbsence(request);
        }
    }

    /** What is wrong with the form, in Russian. */
    static final class BadAbsence extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadAbsence(String reason) {
            super(reason);
        }
    }
}
