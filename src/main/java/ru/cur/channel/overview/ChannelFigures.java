package ru.cur.channel.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.channel.Channel;

/** Counts what has come and what waits. Each figure is read from an index of its own: the page may be looked at every minute. */
@Component
class ChannelFigures {
    private final JdbcClient jdbc;

    ChannelFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param oldestEvent since when the oldest waiting event waits; null without any @param oldestAnswer the same of answers */
    record Figures(
            Instant latest,
            int waitingEvents,
            Instant oldestEvent,
            int failedEvents,
            int waitingAnswers,
            Instant oldestAnswer,
            int troubles) {}

    /** @param since from when troubles are counted */
    @Transactional(readOnly = true)
    public Figures of(Channel channel, Instant since) {
        return jdbc.sql(
                        "select greatest("
                                + " (select received_at from channel_event where channel = :channel order by id desc limit 1),"
                                + " (select received_at from message where channel = :channel order by id desc limit 1)) as latest,"
                                + " events.*, answers.*,"
                                + " (select count(*) from channel_event where channel = :channel and state = 'FAILED') as failed_events,"
                                + " (select count(*) from channel_trouble where channel = :channel and at > :since) as troubles"
                                + " from (select count(*) as waiting_events, min(received_at) as oldest_event from channel_event"
                                + " where channel = :channel and state = 'WAITING') events,"
                                + " (select count(*) as waiting_answers, min(queued_at) as oldest_answer from publication"
                                + " join message on message.id = message_id where state = 'PENDING' and channel = :channel) answers")
                .param("channel", channel.code())
                .param("since", Timestamp.from(since))
                .query((row, i) -> new Figures(
                        moment(row, "latest"),
                        row.getInt("waiting_events"),
                        moment(row, "oldest_event"),
                        row.getInt("failed_events"),
                        row.getInt("waiting_answers"),
                        moment(row, "oldest_answer"),
                        row.getInt("troubles")))
                .single();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
