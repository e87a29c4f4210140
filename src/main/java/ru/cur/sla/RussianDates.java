package ru.cur.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as they are written in Russia. */
public final class RussianDates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private static final DateTimeFormatter DAY_AND_MONTH =
            DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag("ru"));

    private RussianDates() {}

    /** For instance {@code 25.09.2026}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** For instance {@code 25 сентября}. */
    public static String dayAndMonth(LocalDate date) {
        return DAY_AND_MONTH.format(date);
    }

    /** For instance {@code 24.11.2026 18:00}, in the given zone. */
    public static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }
}
