package ru.cur.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
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

    /** The row of the message, made if there is none: it waits for its turn in the conversation from now on. */
    void queue(long answerId, long messageId, String key, String conversation) {
        jdbc.sql(
                        "insert into publication (answer_id, message_id, idempotency_key, state, conversation, queued_at)"
                                + " values (:answer, :message, :key, 'PENDING', :conversation, :at) on conflict (idempotency_key) do nothing")
                .param("answer", answerId)
                .param("message", messageId)
                .param("key", key)
                .param("conversation", conversation)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** The row, and nobody else changes it until this transaction ends. */
    Delivery claim(String key) {
        return jdbc.sql(ROWS + "where idempotency_key = :key for update of publication")
                .param("key", key)
                .query((row, i) -> read(row))
                .single();
    }

    /** Notes that the network is asked from now on. @return whether it had been asked before and nobody knows what it did */
    boolean attempt(String key) {
        return jdbc.sql("update publication set attempted_at = :at from publication before"
                        + " where publication.id = before.id and publication.idempotency_key = :key"
                        + " and publication.state = 'PENDING' returning before.attempted_at is not null")
                .param("key", key)
                .param("at", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The network certainly has nothing of it. */
    void notOut(String key) {
        jdbc.sql("update publication set attempted_at = null where idempotency_key = :key")
                .param("key", key)
                .update();
    }

    /** Whether an earlier answer waits in the same conversation; one that has waited for too long holds back nobody any more. */
    boolean isBehind(String key, Duration longest) {
        return jdbc.sql("select exists (select 1 from publication mine join publication earlier"
                        + " on earlier.conversation = mine.conversation and earlier.id < mine.id and earlier.state = 'PENDING'"
                        + " where mine.idempotency_key = :key and earlier.queued_at > :since)")
                .param("key", key)
                .param("since", Timestamp.from(clock.instant().minus(longest)))
                .query(Boolean.class)
                .single();
    }

    void published(
            long answerId, long messageId, ReplyWay way, ReplyPublisher.Published where, String note, String actor) {
        jdbc.sql(
                        "update publication set state = 'PUBLISHED', way = :way, network_id = :network,"
                                + " permalink = :permalink, note = :note,"
                                + " published_by = :actor, published_at = :at where answer_id = :answer and message_id = :message")
                .param("way", way.name())
                .param("network", where.externalId())
                .param("permalink", where.permalink())
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
        jdbc.sql("update publication set state = 'PENDING', way = :way, other_message_id = :other,"
                        + " attempted_at = null where answer_id = :answer and message_id = :message")
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
