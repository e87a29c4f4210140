package ru.cur.channel.feed;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.reply.ReplyRefused.Kind;

/** What «Лента» plays for a message: a reply to it is refused. */
@Component
@Profile("demo")
@Transactional
class FeedObstacles {
    private final JdbcClient jdbc;

    FeedObstacles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Kind> of(String channel, String externalId) {
        return jdbc.sql("select refusal from feed_obstacle where channel = :channel and external_id = :id")
                .param("channel", channel)
                .param("id", externalId)
                .query((row, i) -> Kind.valueOf(row.getString(1)))
                .optional();
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
        jdbc.sql("delete from feed_obstacle where channel = :channel and external_id = :id")
                .param("channel", channel)
                .param("id", externalId)
                .update();
        if (kind != null) {
            jdbc.sql("insert into feed_obstacle (channel, external_id, refusal) values (:channel, :id, :kind)")
                    .param("channel", channel)
                    .param("id", externalId)
                    .param("kind", kind.name())
                    .update();
        }
    }
}
