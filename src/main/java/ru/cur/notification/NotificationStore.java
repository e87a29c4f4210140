package ru.cur.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the table of notices. */
@Component
class NotificationStore {
    /** What has become of a notice besides being shown in Tasklist. */
    enum Channel {
        MAIL,
        TASKLIST,
        REFUSED
    }

    private static final String NOTICES =
            "select id, notice_key, incident_number, urgent, subject, text, created_at, send_after, read_at"
                    + " from notification where recipient = :recipient ";

    private final JdbcClient jdbc;

    NotificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves alone what the person has been told already. @param byMail false when Tasklist is all that he has */
    void add(Notice notice, String recipient, Letter letter, Instant now, Instant sendAfter, boolean byMail) {
        jdbc.sql("insert into notification (notice_key, recipient, incident_number, level, urgent, subject, text,"
                        + " created_at, send_after, sent_at, channel) values (:key, :recipient, :number, :level, :urgent,"
                        + " :subject, :text, :now, :sendAfter, :sentAt, :channel)"
                        + " on conflict (notice_key, recipient) do nothing")
                .param("key", notice.key())
                .param("recipient", recipient)
                .param("number", notice.incidentNumber())
                .param("level", notice.level())
                .param("urgent", notice.urgent())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .param("now", Timestamp.from(now))
                .param("sendAfter", Timestamp.from(sendAfter))
                .param("sentAt", byMail ? null : Timestamp.from(now), Types.TIMESTAMP)
                .param("channel", byMail ? null : Channel.TASKLIST.name())
                .update();
    }

    /** Those for whom something is due. */
    List<String> waitingRecipients(Instant now) {
        return jdbc.sql("select distinct recipient from notification where sent_at is null and send_after <= :now"
                        + " order by recipient")
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
    }

    /** What is due for the person, the gravest first; nobody else gets it until this transaction ends. */
    List<StoredNotice> takeDue(String recipient, Instant now) {
        return jdbc.sql(NOTICES + "and sent_at is null and send_after <= :now"
                        + " order by urgent desc, level desc, id for update skip locked")
                .param("recipient", recipient)
                .param("now", Timestamp.from(now))
                .query(NotificationStore::notice)
                .list();
    }

    /**
     * Whether a letter about this is due that no server has accepted. Waits for whoever is sending it now.
     *
     * @param about number of a case or key of a notice; nothing is about null
     */
    boolean isDue(String about, Instant now) {
        return !jdbc.sql("select id from notification where sent_at is null and send_after <= :now"
                        + " and cast(:about as text) in (incident_number, notice_key) for share")
                .param("now", Timestamp.from(now))
                .param("about", about)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** @param error null unless the address was refused */
    void markSent(List<StoredNotice> notices, Channel channel, String error, Instant now) {
        jdbc.sql("update notification set sent_at = :now, channel = :channel, error = :error where id in (:ids)")
                .param("now", Timestamp.from(now))
                .param("channel", channel.name())
                .param("error", error)
                .param("ids", notices.stream().map(StoredNotice::id).toList())
                .update();
    }

    /** The newest first. */
    List<StoredNotice> newest(String recipient, boolean unreadOnly, int most) {
        return jdbc.sql(NOTICES + (unreadOnly ? "and read_at is null " : "") + "order by id desc limit :most")
                .param("recipient", recipient)
                .param("most", most)
                .query(NotificationStore::notice)
                .list();
    }

    int countUnread(String recipient) {
        return jdbc.sql("select count(*) from notification where recipient = :recipient and read_at is null")
                .param("recipient", recipient)
                .query(Integer.class)
                .single();
    }

    /** @param upTo id of the last notice that the person has seen */
    void markRead(String recipient, long upTo, Instant now) {
        jdbc.sql("update notification set read_at = :now"
                        + " where recipient = :recipient and id <= :upTo and read_at is null")
                .param("now", Timestamp.from(now))
                .param("recipient", recipient)
                .param("upTo", upTo)
                .update();
    }

    private static StoredNotice notice(ResultSet row, int number) throws SQLException {
        return new StoredNotice(
                row.getLong("id"),
                row.getString("notice_key"),
                row.getString("incident_number"),
                row.getBoolean("urgent"),
                new Letter(row.getString("subject"), row.getString("text")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("send_after").toInstant(),
                row.getTimestamp("read_at") != null);
    }
}
