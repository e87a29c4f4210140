package ru.cur.workplace;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import org.springframework.stereotype.Component;

/** The bean {@code localDay} of the task filters' expressions: the day as people in the region live it. */
@Component
public class LocalDay {
    private final Clock clock;
    private final ZoneId zone;

    LocalDay(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** The moment at which the expression is read. */
    public Date now() {
        return Date.from(clock.instant());
    }

    /** The coming midnight in the region's zone. */
    public Date end() {
        return Date.from(clock.instant()
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant());
    }
}
