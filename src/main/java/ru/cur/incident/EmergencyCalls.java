package ru.cur.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.sla.clock.ClockKind;

/** The log of calls to emergency services about a danger to life. */
@Service
@Transactional
public class EmergencyCalls {
    private final IncidentHistory history;
    private final StepClocks steps;
    private final JdbcClient jdbc;
    private final Clock clock;

    EmergencyCalls(IncidentHistory history, StepClocks steps, JdbcClient jdbc, Clock clock) {
        this.history = history;
        this.steps = steps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One call.
     *
     * @param service in Russian
     * @param accepted whether the service has taken the call on
     * @param spokeWith who answered, or that nobody did
     * @param text what was said; may be null
     */
    public record Call(String service, boolean accepted, String spokeWith, String text) {}

    /** One line of the log. @param calledAt UTC @param calledBy login */
    public record Line(Instant calledAt, String calledBy, Call call) {}

    /** Keeps a call; one that was taken stops the clock. */
    public void add(IncidentNumber number, Call call, String actor) {
        jdbc.sql(
                        "insert into emergency_call (incident_id, service, called_at, accepted, spoke_with, text, called_by)"
                                + " select id, :service, :at, :accepted, :spokeWith, :text, :actor from incident where number = :number")
                .param("service", call.service())
                .param("at", Timestamp.from(clock.instant()))
                .param("accepted", call.accepted())
                .param("spokeWith", call.spokeWith())
                .param("text", call.text())
                .param("actor", actor)
                .param("number", number.value())
                .update();
        history.add(
                number,
                actor,
                (call.accepted() ? "Передано в экстренную службу: " : "Вызов не принят: ") + call.service(),
                call.text() == null ? call.spokeWith() : call.spokeWith() + ". " + call.text());
        if (call.accepted()) {
            steps.stop(number, ClockKind.EMERGENCY, actor);
        }
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Line> of(IncidentNumber number) {
        return jdbc.sql("select * from emergency_call"
                        + " where incident_id = (select id from incident where number = :number) order by id")
                .param("number", number.value())
                .query((row, i) -> new Line(
                        row.getTimestamp("called_at").toInstant(),
                        row.getString("called_by"),
                        new Call(
                                row.getString("service"),
                                row.getBoolean("accepted"),
                                row.getString("spoke_with"),
                                row.getString("text"))))
                .list();
    }
}
