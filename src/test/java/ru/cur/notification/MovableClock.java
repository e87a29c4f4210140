package ru.cur.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands where a test puts it, in the time of Vladivostok. */
final class MovableClock extends Clock {
    static final ZoneId ZONE = ZoneId.of("Asia/Vladivostok");

    private volatile Instant now;

    /** @param local for instance {@code 2026-11-24T10:00} */
    void set(String local) {
        now = at(local);
    }

    static Instant at(String local) {
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
