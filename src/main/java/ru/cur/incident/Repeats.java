package ru.cur.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the same author has complained of the same thing at the same place not long ago. */
@Component
class Repeats {
    private static final Duration NOT_LONG_AGO = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Repeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest such case that has ended with an answer; category and address of the new one are those that it has now. */
    Optional<IncidentNumber> of(IncidentNumber number) {
        Instant since = clock.instant().minus(NOT_LONG_AGO);
        return jdbc.sql("select earlier.number from incident now"
                        + " join message written on written.incident_id = now.id"
                        + " join message before on before.channel = written.channel and before.author_id = written.author_id"
                        + " join incident earlier on earlier.id = before.incident_id"
                        + " where now.number = :number and earlier.id <> now.id and earlier.category_code = now.category_code"
                        + " and lower(trim(earlier.address)) = lower(trim(now.address)) and earlier.status = 'CLOSED'"
                        + " and earlier.closed_at >= :since order by earlier.closed_at desc limit 1")
                .param("number", number.value())
                .param("since", Timestamp.from(since))
                .query((row, i) -> new IncidentNumber(row.getString("number")))
                .optional();
    }
}
