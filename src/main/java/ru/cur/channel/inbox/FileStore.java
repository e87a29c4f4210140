package ru.cur.channel.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;

/** Reads and writes the table {@code channel_file}. */
@Component
class FileStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    FileStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file that is still to be fetched. @param attempts how often it was tried, this time included */
    record WaitingFile(long id, Channel channel, String externalId, String source, String name, int attempts) {}

    /** An event that tells of it again changes nothing. */
    void put(Channel channel, NetworkEvent.Attached attached) {
        jdbc.sql("insert into channel_file (channel, external_id, source, name, next_at)"
                        + " values (:channel, :message, :source, :name, :at) on conflict do nothing")
                .param("channel", channel.code())
                .param("message", attached.externalId())
                .param("source", Storable.text(attached.source()))
                .param("name", Storable.text(attached.name()))
                .param("at", now(Duration.ZERO))
                .update();
    }

    /** The next one whose turn it is; nobody else takes it before the lease ends. */
    Optional<WaitingFile> take(Duration lease) {
        return jdbc.sql("update channel_file set attempts = attempts + 1, next_at = :until where id ="
                        + " (select id from channel_file where state = 'WAITING' and next_at <= :now"
                        + " order by next_at, id limit 1 for update skip locked) returning *")
                .param("until", now(lease))
                .param("now", now(Duration.ZERO))
                .query((row, i) -> new WaitingFile(
                        row.getLong("id"),
                        Channel.of(row.getString("channel")).orElseThrow(),
                        row.getString("external_id"),
                        row.getString("source"),
                        row.getString("name"),
                        row.getInt("attempts")))
                .optional();
    }

    /** Belongs into the transaction that adds the file to its case. @return false when somebody else was faster */
    boolean done(WaitingFile file) {
        return end(file, "DONE", null);
    }

    /** It will not become a file of the case. @param why for a person */
    void refused(WaitingFile file, String why) {
        end(file, "REFUSED", why);
    }

    private boolean end(WaitingFile file, String state, String error) {
        return jdbc.sql("update channel_file set state = :state, error = :error where id = :id and state = 'WAITING'")
                        .param("state", state)
                        .param("error", error)
                        .param("id", file.id())
                        .update()
                > 0;
    }

    /** @param counted whether this attempt was one of those after which it is given up */
    void later(WaitingFile file, Duration after, boolean counted) {
        jdbc.sql("update channel_file set attempts = attempts - :uncounted, next_at = :next"
                        + " where id = :id and state = 'WAITING'")
                .param("uncounted", counted ? 0 : 1)
                .param("next", now(after))
                .param("id", file.id())
                .update();
    }

    private Timestamp now(Duration later) {
        return Timestamp.from(clock.instant().plus(later));
    }
}
