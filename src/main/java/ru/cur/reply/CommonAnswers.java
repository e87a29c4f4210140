package ru.cur.reply;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers of one case that are given to the authors of another, too. */
@Service
@Transactional
public class CommonAnswers {
    private final JdbcClient jdbc;
    private final Clock clock;

    CommonAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes the latest published answer of a case an approved answer of another one.
     *
     * @return its version there; empty when there is none that the other case has not got yet
     */
    public Optional<Integer> takeOver(String from, String to, String actor) {
        return jdbc.sql(
                        "insert into answer (incident_id, version, kind, text, promised_on, state, drafted_by, drafted_at,"
                                + " done_text, plan_text, refusal_text, legal_ground, decided_by, decided_at, taken_from) select other.id,"
                                + " coalesce((select max(version) from answer where incident_id = other.id), 0) + 1,"
                                + " source.kind, source.text, source.promised_on, 'APPROVED', source.drafted_by, :at,"
                                + " source.done_text, source.plan_text, source.refusal_text, source.legal_ground, :actor, :at, source.id"
                                + " from answer source, incident other where other.number = :to and source.id = ("
                                + " select answer.id from answer join incident on incident.id = answer.incident_id"
                                + " where incident.number = :from and answer.state = 'PUBLISHED' and answer.kind in ('FINAL', 'INTERIM')"
                                + " order by answer.version desc limit 1)"
                                + " and not exists (select 1 from answer taken where taken.incident_id = other.id"
                                + " and taken.taken_from = source.id) returning version")
                .param("from", from)
                .param("to", to)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .optional();
    }
}
