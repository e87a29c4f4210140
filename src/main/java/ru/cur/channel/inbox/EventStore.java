package ru.cur.channel.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;

/** Reads and writes the table {@code channel_event}. */
@Component
class EventStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    EventStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * All or none of them, in this order, by one statement: a call of a network waits for no more than that.
     *
     * @return how many of them the network had not sent before
     */
    int insert(List<Arrival> arrivals) {
        return jdbc.sql("insert into channel_event (channel, event_key, conversation, body, received_at, next_at)"
                        + " select channel, event_key, conversation, body, :at::timestamptz, :at::timestamptz"
                        + " from unnest(:channels::text[], :keys::text[], :conversations::text[], :bodies::text[])"
                        + " with ordinality as told (channel, event_key, conversation, body, place) order by place"
                        + " on conflict (channel, event_key) do nothing")
                .param("at", now())
                .param("channels", all(arrivals, arrival -> arrival.channel().code()))
                .param("keys", all(arrivals, Arrival::key))
                .param("conversations", all(arrivals, Arrival::conversation))
                .param("bodies", all(arrivals, Arrival::body))
                .update();
    }

    private static String[] all(List<Arrival> arrivals, Function<Arrival, String> part) {
        return arrivals.stream().map(part).toArray(String[]::new);
    }

    /** The oldest event whose turn it is, and nobody else takes it until this transaction ends. */
    Optional<StoredEvent> claim() {
        return jdbc.sql("select * from channel_event event where state = 'WAITING' and next_at <= :now and not exists"
                        + " (select 1 from channel_event earlier where earlier.channel = event.channel"
                        + " and earlier.conversation = event.conversation and earlier.id < event.id"
                        + " and earlier.state = 'WAITING') order by id limit 1 for update skip locked")
                .param("now", now())
                .query((row, i) -> read(row))
                .optional();
    }

    /** @param ignored why there was nothing to do; null when there was */
    void done(StoredEvent event, String ignored) {
        jdbc.sql("update channel_event set state = :state, done_at = :at, error = :why where id = :id")
                .param("state", ignored == null ? "DONE" : "IGNORED")
                .param("at", now())
                .param("why", ignored)
                .param("id", event.id())
                .update();
    }

    /** @param after when to try again; null gives it up */
    void failed(StoredEvent event, String error, Duration after) {
        jdbc.sql("update channel_event set state = :state, attempts = attempts + 1, error = :error, next_at = :next"
                        + " where id = :id and state = 'WAITING'")
                .param("state", after == null ? "FAILED" : "WAITING")
                .param("error", error)
                .param(
                        "next",
                        after == null ? now() : Timestamp.from(clock.instant().plus(after)))
                .param("id", event.id())
                .update();
    }

    /** A person wants it to be tried once more. @return false when it does not stand still */
    boolean again(long id) {
        return jdbc.sql("update channel_event set state = 'WAITING', attempts = 0, error = null, next_at = :now"
                                + " where id = :id and state = 'FAILED'")
                        .param("now", now())
                        .param("id", id)
                        .update()
                > 0;
    }

    Optional<StoredEvent> find(long id) {
        return jdbc.sql("select * from channel_event where id = :id")
                .param("id", id)
                .query((row, i) -> read(row))
                .optional();
    }

    Optional<StoredEvent> find(Channel channel, String key) {
        return jdbc.sql("select * from channel_event where channel = :channel and event_key = :key")
                .param("channel", channel.code())
                .param("key", key)
                .query((row, i) -> read(row))
                .optional();
    }

    List<StoredEvent> failed(int newest) {
        return jdbc.sql("select * from channel_event where state = 'FAILED' order by id desc limit :newest")
                .param("newest", newest)
                .query((row, i) -> read(row))
                .list();
    }

    private static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("id"),
                Channel.of(row.getString("channel")).orElseThrow(),
                row.getString("event_key"),
                row.getString("body"),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("attempts"),
                StoredEvent.State.valueOf(row.getString("state")),
                row.getString("error"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
