package ru.cur.channel.feed;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.reply.ReplyRefused.Kind;

/** What «Лента» plays: a reply to a message is refused, or the whole network does not answer. */
@Component
@Profile("demo")
@Transactional
class FeedObstacles {
    private static final String WHOLE_NETWORK = "*";

    private final JdbcClient jdbc;

    FeedObstacles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Kind> of(String channel, String externalId) {
        return find(channel, externalId).map(Kind::valueOf);
    }

    private Optional<String> find(String channel, String externalId) {
        return jdbc.sql("select refusal from feed_obstacle where channel = :channel and external_id = :id")
                .param("channel", channel)
                .param("id", externalId)
                .query(String.class)
                .optional();
    }

    /** Whether the played network answers no call. */
    boolean isDown() {
        return find("vk", WHOLE_NETWORK).isPresent();
    }

    void setDown(boolean down) {
        write("vk", WHOLE_NETWORK, down ? "DOWN" : null);
    }

    /** By channel and id, as {@code vk-981}. */
    Map<String, String> all() {
        return jdbc
                .sql("select channel || '-' || external_id as anchor, refusal from feed_obstacle")
                .query((row, i) -> Map.entry(row.getString("anchor"), row.getString("refusal")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param kind null lets replies through again */
    void put(String channel, String externalId, Kind kind) {
        write(channel, externalId, kind == null ? null : kind.name());
    }

    private void write(String channel, String externalId, String what) {
        jdbc.sql("delete from feed_obstacle where channel = :channel and external_id = :id")
                .param("channel", channel)
                .param("id", externalId)
                .update();
        if (what != null) {
            jdbc.sql("insert into feed_obstacle (channel, external_id, refusal) values (:channel, :id, :what)")
                    .param("channel", channel)
                    .param("id", externalId)
                    .param("what", what)
                    .update();
        }
    }
}
