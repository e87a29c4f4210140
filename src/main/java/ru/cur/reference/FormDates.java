package ru.cur.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import ru.cur.sla.calendar.CalendarRefusal;

/** Dates and years as browsers send them. */
final class FormDates {

    private FormDates() {}

    /** @throws CalendarRefusal when it is no date */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new CalendarRefusal("Укажите дату.", e);
        }
    }

    /** @throws CalendarRefusal when it is no year */
    static int year(String text) {
        if (!text.strip().matches("\\d{1,4}")) {
            throw new CalendarRefusal("Год – четыре цифры, например 2027.");
        }
        return Integer.parseInt(text.strip());
    }
}
