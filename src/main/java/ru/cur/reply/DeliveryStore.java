package ru.cur.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the table {@code publication}: one row per answer and message. */
@Component
class DeliveryStore {
    private static final String ROWS = "select publication.*, answer.version, message.channel, message.author_name"
            + " from publication join answer on answer.id = answer_id join message on message.id = message_id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The row of the message, made if there is none, and nobody else changes it until this transaction ends. */
    Delivery claim(long answerId, long messageId, String key) {
        jdbc.sql("insert into publication (answer_id, message_id, idempotency_key, state)"
                        + " values (:answer, :message, :key, 'PENDING') on conflict (idempotency_key) do nothing")
                .param("answer", answerId)
                .param("message", messageId)
                .param("key", key)
                .update();
        return jdbc.sql(ROWS + "where idempotency_key = :key for update of publication")
                .param("key", key)
                .query((row, i) -> read(row))
                .single();
    }

    void published(long answerId, long messageId, ReplyWay way, String permalink, String note, String actor) {
        jdbc.sql(
                        "update publication set state = 'PUBLISHED', way = :way, permalink = :permalink, note = :note,"
                                + " published_by = :actor, published_at = :at where answer_id = :answer and message_id = :message")
                .param("way", way.name())
                .param("permalink", permalink)
                .param("note", note)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("answer", answerId)
                .param("message", messageId)
                .update();
    }

    void refused(long answerId, long messageId, ReplyRefused refusal) {
        jdbc.sql("update publication set state = 'REFUSED', refusal = :kind, error = :reason, reported = false"
                        + " where answer_id = :answer and message_id = :message")
                .param("kind", refusal.kind().name())
                .param("reason", refusal.getMessage())
                .param("answer", answerId)
                .param("message", messageId)
                .update();
    }

    /** It is sent once more, in another way. */
    void sendAgain(long answerId, long messageId, ReplyWay way, Long otherMessageId) {
        jdbc.sql("update publication set state = 'PENDING', way = :way, other_message_id = :other"
                        + " where answer_id = :answer and message_id = :message")
                .param("way", way.name())
                .param("other", otherMessageId)
                .param("answer", answerId)
                .param("message", messageId)
                .update();
    }

    /** Refusals of which the history of the case does not tell yet; now it does. */
    List<Delivery> takeUnreported(long answerId) {
        List<Delivery> unreported = jdbc.sql(
                        ROWS
                                + "where answer_id = :answer and publication.state = 'REFUSED' and not reported order by publication.id")
                .param("answer", answerId)
                .query((row, i) -> read(row))
                .list();
        jdbc.sql("update publication set reported = true where answer_id = :answer and state = 'REFUSED'")
                .param("answer", answerId)
                .update();
        return unreported;
    }

    /** In the order in which they were tried first. */
    List<Delivery> ofAnswer(long answerId) {
        return jdbc.sql(ROWS + "where answer_id = :answer order by publication.id")
                .param("answer", answerId)
                .query((row, i) -> read(row))
                .list();
    }

    /** Of all versions of a case. */
    List<Delivery> ofCase(String number) {
        return jdbc.sql(ROWS + "where answer.incident_id = (select id from incident where number = :number)"
                        + " order by publication.id")
                .param("number", number)
                .query((row, i) -> read(row))
                .list();
    }

    private static Delivery read(ResultSet row) throws SQLException {
        Timestamp publishedAt = row.getTimestamp("published_at");
        long other = row.getLong("other_message_id");
        return new Delivery(
                row.getInt("version"),
                row.getLong("message_id"),
                row.getString("channel"),
                row.getString("author_name"),
                ReplyWay.valueOf(row.getString("way")),
                other == 0 ? null : other,
                Delivery.State.valueOf(row.getString("state")),
                row.getString("error"),
                row.getString("permalink"),
                row.getString("note"),
                row.getString("published_by"),
                publishedAt == null ? null : publishedAt.toInstant());
    }
}
