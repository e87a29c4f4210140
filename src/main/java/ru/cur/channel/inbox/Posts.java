package ru.cur.channel.inbox;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.incident.IncomingMessage.Post;

/** What accounts of ours have published, so that a comment is read with what it is about. */
@Component
class Posts {
    private final JdbcClient jdbc;

    Posts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Channel channel, NetworkEvent.Posted posted) {
        jdbc.sql("insert into channel_post (channel, external_id, text, permalink, published_at)"
                        + " values (:channel, :id, :text, :permalink, :at) on conflict (channel, external_id)"
                        + " do update set text = excluded.text, permalink = excluded.permalink")
                .param("channel", channel.code())
                .param("id", posted.externalId())
                .param("text", Storable.text(posted.text()))
                .param("permalink", posted.permalink())
                .param("at", posted.publishedAt() == null ? null : Timestamp.from(posted.publishedAt()))
                .update();
    }

    Optional<Post> find(Channel channel, String externalId) {
        return jdbc.sql("select permalink, text from channel_post where channel = :channel and external_id = :id")
                .param("channel", channel.code())
                .param("id", externalId)
                .query((row, i) -> new Post(row.getString("permalink"), row.getString("text")))
                .optional();
    }
}
