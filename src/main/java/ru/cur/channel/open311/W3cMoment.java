package ru.cur.channel.open311;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Moments as the specification wants them: with a zone. */
final class W3cMoment {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2199-12-31T00:00:00Z");

    private W3cMoment() {}

    /** Empty when it is no moment with a zone, or far from our times. */
    static Optional<Instant> read(String written) {
        try {
            // An unencoded plus arrives as a space.
            Instant moment = OffsetDateTime.parse(written.replace(' ', '+')).toInstant();
            return moment.isBefore(EARLIEST) || moment.isAfter(LATEST) ? Optional.empty() : Optional.of(moment);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Null for null. */
    static String write(Instant moment, ZoneId zone) {
        return moment == null ? null : FORMAT.format(moment.atZone(zone));
    }
}
