package ru.cur.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a case, as its users read it. */
@Component
public class IncidentHistory {
    /** The actor of what no person did. */
    public static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final Clock clock;

    IncidentHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One line of history.
     *
     * @param actor login of the person who acted, or {@link #SYSTEM}
     * @param kind what happened, in Russian
     * @param details the person's words or the facts; null when the kind says it all
     */
    public record Line(Instant at, String actor, String kind, String details) {}

    public void add(IncidentNumber number, String actor, String kind, String details) {
        jdbc.sql("insert into incident_event (incident_id, at, actor, kind, details)"
                        + " select id, :at, :actor, :kind, :details from incident where number = :number")
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("kind", kind)
                .param("details", details)
                .param("number", number.value())
                .update();
    }

    /** Oldest first. */
    public List<Line> of(IncidentNumber number) {
        return jdbc.sql("select at, actor, kind, details from incident_event"
                        + " where incident_id = (select id from incident where number = :number) order by at, id")
                .param("number", number.value())
                .query((row, i) -> new Line(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("kind"),
                        row.getString("details")))
                .list();
    }
}
