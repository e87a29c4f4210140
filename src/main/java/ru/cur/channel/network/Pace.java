package ru.cur.channel.network;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps calls apart, those of all nodes together. Time is the database's own: networks count in real time, whatever time it is for
 * the cases.
 */
@Component
class Pace {
    private final JdbcClient jdbc;

    Pace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the next free moment of a lane.
     *
     * @param distance from this call to the next one
     * @param longest a moment further away is not taken
     * @return how long to wait for it; empty when it is too far away
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> reserve(String lane, Duration distance, Duration longest) {
        return jdbc.sql(
                        "insert into channel_pace as lane (lane, next_at)"
                                + " values (:lane, clock_timestamp() + :distance * interval '1 microsecond')"
                                + " on conflict (lane) do update set next_at = greatest(lane.next_at, clock_timestamp())"
                                + " + :distance * interval '1 microsecond'"
                                + " where lane.next_at <= clock_timestamp() + :longest * interval '1 microsecond'"
                                + " returning greatest(0, extract(epoch from next_at - clock_timestamp()) * 1000000 - :distance)::bigint")
                .param("lane", lane)
                .param("distance", distance.toNanos() / 1000)
                .param("longest", longest.toNanos() / 1000)
                .query(Long.class)
                .optional()
                .map(micros -> Duration.ofNanos(micros * 1000));
    }

    /** Nobody calls in the lane for so long. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void close(String lane, Duration pause) {
        jdbc.sql("insert into channel_pace as lane (lane, next_at)"
                        + " values (:lane, clock_timestamp() + :pause * interval '1 microsecond')"
                        + " on conflict (lane) do update set next_at = greatest(lane.next_at, excluded.next_at)")
                .param("lane", lane)
                .param("pause", pause.toNanos() / 1000)
                .update();
    }
}
