package ru.cur.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the process of a case stands: the diagrams say it, our tables keep it, in the same transaction. */
@Service
@Transactional
public class CaseStatus {
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseStatus(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One status that a case has had.
     *
     * @param since UTC
     * @param actor login of the person whose act brought the case there, or {@link IncidentHistory#SYSTEM}
     */
    public record Line(IncidentStatus status, Instant since, String actor) {}

    /** The process has come to a place with this status; nothing happens when the case has it already. */
    public void reached(IncidentNumber number, IncidentStatus status, String actor) {
        int changed = jdbc.sql("update incident set status = :status where number = :number and status <> :status")
                .param("status", status.name())
                .param("number", number.value())
                .update();
        if (changed == 1) {
            begin(number, status, actor);
        }
    }

    /** The first status of a case that has just been stored with it. */
    void begin(IncidentNumber number, IncidentStatus status, String actor) {
        jdbc.sql("insert into incident_status (incident_id, status, since, actor)"
                        + " select id, :status, :since, :actor from incident where number = :number")
                .param("status", status.name())
                .param("since", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("number", number.value())
                .update();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Line> of(IncidentNumber number) {
        return jdbc.sql("select status, since, actor from incident_status"
                        + " where incident_id = (select id from incident where number = :number) order by id")
                .param("number", number.value())
                .query((row, i) -> new Line(
                        IncidentStatus.valueOf(row.getString("status")),
                        row.getTimestamp("since").toInstant(),
                        row.getString("actor")))
                .list();
    }
}
