package ru.cur.reporting;

import static java.util.Locale.ROOT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.springframework.util.StringUtils;

/**
 * Whole days, both ends included, in the zone of the region.
 *
 * @param from first day
 * @param to last day
 */
record ReportPeriod(LocalDate from, LocalDate to) {

    static final int DEFAULT_DAYS = 30;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter RUSSIAN =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", ROOT).withResolverStyle(ResolverStyle.STRICT);

    ReportPeriod {
        if (from.isAfter(to)) {
            throw new BadReportRequest(
                    "from",
                    "Начало периода (%s) позже его конца (%s). Поменяйте даты местами."
                            .formatted(RUSSIAN.format(from), RUSSIAN.format(to)));
        }
    }

    /** The thirty days that end with the given one. */
    static ReportPeriod lastDays(LocalDate today) {
        return new ReportPeriod(today.minusDays(DEFAULT_DAYS - 1L), today);
    }

    /**
     * Reads what came with a request: an absent end is today, an absent start is thirty days before the end.
     *
     * @throws BadReportRequest if a date is not a date or the start is after the end
     */
    static ReportPeriod parse(String from, String to, LocalDate today) {
        LocalDate last = StringUtils.hasText(to) ? date("to", "Дата конца периода", to) : today;
        LocalDate first = StringUtils.hasText(from)
                ? date("from", "Дата начала периода", from)
                : lastDays(last).from();
        return new ReportPeriod(first, last);
    }

    private static LocalDate date(String field, String label, String text) {
        LocalDate date;
        try {
            date = LocalDate.parse(text.strip(), text.contains(".") ? RUSSIAN : ISO);
        } catch (DateTimeParseException unreadable) {
            throw new BadReportRequest(
                    field, "%s не распознана: «%s». Нужна дата вида 24.11.2026.".formatted(label, shortened(text)));
        }
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new BadReportRequest(
                    field,
                    "%s (%s) должна быть между %d и %d годом."
                            .formatted(label, RUSSIAN.format(date), FIRST_YEAR, LAST_YEAR));
        }
        return date;
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    /** The first moment of the period. */
    Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after the period. */
    Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
