package ru.cur.channel.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.regex.Pattern;

/** Understands when a message was written, however its file says so. */
final class Moments {
    /** No system that we know is older. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    /** How Excel counts days when the cell has lost its format; five digits are the years 1927 to 2173. */
    private static final Pattern SERIAL = Pattern.compile("\\d{5}([.,]\\d{1,15})?");

    private static final LocalDateTime SERIAL_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);

    /** Day and month are not to be mixed up. */
    private static final LocalDateTime EXAMPLE = LocalDateTime.of(2026, 11, 23, 10, 30);

    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone of moments that name none @param now later nobody can have written */
    Moments(String pattern, ZoneId zone, Instant now) {
        this.formats = List.of(Mapping.formatter(pattern), DateTimeFormatter.ISO_DATE_TIME, DateTimeFormatter.ISO_DATE);
        this.zone = zone;
        this.now = now;
    }

    /**
     * @param date of a cell that is a date by its type; null for all others
     * @throws ExchangeRefusal when it is no moment, lies in the future or before this century
     */
    Instant of(LocalDateTime date, String text) {
        Instant moment = date == null ? parse(text) : date.atZone(zone).toInstant();
        if (moment.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new ExchangeRefusal("дата в будущем");
        }
        if (moment.isBefore(EARLIEST)) {
            throw new ExchangeRefusal("дата раньше 2000 года");
        }
        return moment;
    }

    private Instant parse(String text) {
        if (SERIAL.matcher(text).matches()) {
            double days = Double.parseDouble(text.replace(',', '.'));
            return SERIAL_ZERO
                    .plusSeconds(Math.round(days * Duration.ofDays(1).toSeconds()))
                    .atZone(zone)
                    .toInstant();
        }
        for (DateTimeFormatter format : formats) {
            try {
                return moment(format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
            } catch (DateTimeException other) {
                // The next format may fit.
            }
        }
        throw new ExchangeRefusal(
                "не дата; в этом столбце даты пишут так: " + formats.get(0).format(EXAMPLE.atZone(zone)));
    }

    private Instant moment(TemporalAccessor parsed) {
        if (parsed instanceof OffsetDateTime withZone) {
            return withZone.toInstant();
        }
        LocalDateTime local = parsed instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(parsed);
        return local.atZone(zone).toInstant();
    }
}
