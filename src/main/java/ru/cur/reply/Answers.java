package ru.cur.reply;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a case's answers, from draft to approval. */
@Service
@Transactional
public class Answers {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answers(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a version.
     *
     * @param promisedOn the date that the text promises; null makes the answer final
     * @return the number of the version
     */
    public int submit(String number, String text, LocalDate promisedOn, String actor) {
        int version = jdbc.sql(
                        "insert into answer (incident_id, version, kind, text, promised_on, state, drafted_by, drafted_at)"
                                + " select id, coalesce((select max(version) from answer where incident_id = incident.id), 0) + 1,"
                                + " :kind, :text, :promisedOn, 'DRAFT', :actor, :at from incident where number = :number"
                                + " returning version")
                .param("kind", (promisedOn == null ? Answer.Kind.FINAL : Answer.Kind.INTERIM).name())
                .param("text", text)
                .param("promisedOn", promisedOn == null ? null : Date.valueOf(promisedOn))
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("number", number)
                .query(Integer.class)
                .single();
        events.publishEvent(new AnswerSubmitted(number, version, actor));
        return version;
    }

    public int addMessage(String number, Answer.Kind kind, String text, String actor) {
        return jdbc.sql("insert into answer (incident_id, version, kind, text, state, drafted_by, drafted_at)"
                        + " select id, coalesce((select max(version) from answer where incident_id = incident.id), 0) + 1,"
                        + " :kind, :text, 'APPROVED', :actor, :at from incident where number = :number"
                        + " returning version")
                .param("kind", kind.name())
                .param("text", text)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    public Answer version(String number, int version) {
        return of(number).stream()
                .filter(answer -> answer.version() == version)
                .findFirst()
                .orElseThrow();
    }

    /** Sends the latest version back. */
    public void sendBack(String number, String reasonTitle, String text, String actor) {
        decide(number, Answer.State.RETURNED, reasonTitle, text, actor);
        events.publishEvent(new AnswerReturned(number, reasonTitle, text, actor));
    }

    /** Lets the latest version be published. */
    public void approve(String number, String actor) {
        decide(number, Answer.State.APPROVED, null, null, actor);
        events.publishEvent(new AnswerApproved(number, actor));
    }

    private void decide(String number, Answer.State state, String reason, String text, String actor) {
        Answer latest = latest(number).orElseThrow(() -> new IllegalStateException("No answer for " + number));
        jdbc.sql("update answer set state = :state, return_reason = :reason, return_text = :text, decided_by = :actor,"
                        + " decided_at = :at where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("text", text)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", latest.id())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Answer> latest(String number) {
        List<Answer> versions = of(number);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** All versions, oldest first. */
    @Transactional(readOnly = true)
    public List<Answer> of(String number) {
        return jdbc.sql("select * from answer where incident_id = (select id from incident where number = :number)"
                        + " order by version")
                .param("number", number)
                .query((row, i) -> read(row))
                .list();
    }

    private static Answer read(ResultSet row) throws SQLException {
        Date promisedOn = row.getDate("promised_on");
        return new Answer(
                row.getLong("id"),
                row.getInt("version"),
                Answer.Kind.valueOf(row.getString("kind")),
                row.getString("text"),
                promisedOn == null ? null : promisedOn.toLocalDate(),
                Answer.State.valueOf(row.getString("state")),
                row.getString("drafted_by"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getString("return_reason"),
                row.getString("return_text"));
    }
}
