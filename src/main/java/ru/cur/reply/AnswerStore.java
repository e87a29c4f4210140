package ru.cur.reply;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.reply.AnswerDrafts.Draft;

/** Reads and writes the table {@code answer}. */
@Component
class AnswerStore {
    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version that is not stored yet. */
    record NewAnswer(
            Answer.Kind kind, Draft draft, AnswerParts parts, Long templateId, String actor, Answer.State state) {}

    /** @return the number of the version */
    int insert(String number, NewAnswer answer, Timestamp at) {
        AnswerParts parts = answer.parts();
        return jdbc.sql(
                        "insert into answer (incident_id, version, kind, text, promised_on, state, drafted_by, drafted_at,"
                                + " done_text, plan_text, refusal_text, legal_ground, template_id, fingerprint, warnings)"
                                + " select id, coalesce((select max(version) from answer where incident_id = incident.id), 0) + 1,"
                                + " :kind, :text, :promisedOn, :state, :actor, :at,"
                                + " :done, :plan, :refusal, :ground, (select id from reply_template where id = :template), :fingerprint, :warnings"
                                + " from incident where number = :number returning version")
                .param("kind", answer.kind().name())
                .param("text", answer.draft().text())
                .param("promisedOn", parts.promisedOn() == null ? null : Date.valueOf(parts.promisedOn()))
                .param("state", answer.state().name())
                .param("actor", answer.actor())
                .param("at", at)
                .param("done", parts.done())
                .param("plan", parts.plan())
                .param("refusal", parts.refusal())
                .param("ground", parts.legalGround())
                .param("template", answer.templateId())
                .param("fingerprint", AnswerText.fingerprint(answer.draft().text()))
                .param("warnings", String.join("\n", answer.draft().warnings()))
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    void decide(long id, Answer.State state, String reason, String text, String actor, Timestamp at) {
        jdbc.sql("update answer set state = :state, return_reason = :reason, return_text = :text, decided_by = :actor,"
                        + " decided_at = :at where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("text", text)
                .param("actor", actor)
                .param("at", at)
                .param("id", id)
                .update();
    }

    void approve(long id) {
        write(id, Answer.State.APPROVED);
    }

    void publish(long id) {
        write(id, Answer.State.PUBLISHED);
    }

    private void write(long id, Answer.State state) {
        jdbc.sql("update answer set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    /** Whether this very transaction has written the version, as the demo does that plays a whole case in one. */
    boolean isUncommitted(long id) {
        return jdbc.sql(
                        "select coalesce(xmin = pg_current_xact_id_if_assigned()::xid, false) from answer where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Oldest first. */
    List<Answer> of(String number) {
        return jdbc.sql("select * from answer where incident_id = (select id from incident where number = :number)"
                        + " order by version")
                .param("number", number)
                .query((row, i) -> read(row))
                .list();
    }

    private static Answer read(ResultSet row) throws SQLException {
        Date promisedOn = row.getDate("promised_on");
        Timestamp decidedAt = row.getTimestamp("decided_at");
        String warnings = row.getString("warnings");
        return new Answer(
                row.getLong("id"),
                row.getInt("version"),
                Answer.Kind.valueOf(row.getString("kind")),
                row.getString("text"),
                new AnswerParts(
                        row.getString("done_text"),
                        row.getString("plan_text"),
                        promisedOn == null ? null : promisedOn.toLocalDate(),
                        row.getString("refusal_text"),
                        row.getString("legal_ground")),
                Answer.State.valueOf(row.getString("state")),
                row.getString("drafted_by"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("return_reason"),
                row.getString("return_text"),
                warnings == null || warnings.isEmpty()
                        ? List.of()
                        : warnings.lines().toList());
    }
}
