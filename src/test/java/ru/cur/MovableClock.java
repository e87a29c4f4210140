package ru.cur;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands where a test puts it; a local time is that of Vladivostok. */
public final class MovableClock extends Clock {
    public static final ZoneId ZONE = ZoneId.of("Asia/Vladivostok");

    private volatile Instant now;

    public MovableClock(Instant now) {
        this.now = now;
    }

    public void set(Instant moment) {
        now = moment;
    }

    /** @param local for instance {@code 2026-11-24T10:00} */
    public void set(String local) {
        set(at(local));
    }

    public void after(Duration time) {
        set(now.plus(time));
    }

    /** @param local for instance {@code 2026-11-24T10:00} */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
