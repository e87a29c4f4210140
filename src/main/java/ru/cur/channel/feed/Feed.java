package ru.cur.channel.feed;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages of the networks that the demo has no protocol for, with the answers below. */
@Component
@Profile("demo")
class Feed {
    private static final int NEWEST = 60;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final JdbcClient jdbc;
    private final ZoneId zone;

    Feed(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** @param anchor id of the element on the page */
    record Post(
            String anchor,
            String channel,
            String externalId,
            String author,
            String text,
            String at,
            List<Reply> replies) {}

    /** @param privately whether its author alone sees it @param pictures ids of the files that went out with it */
    record Reply(String text, String at, boolean privately, List<Long> pictures) {}

    /** @param text words that the message holds, in any case of letters; empty for every message */
    List<Post> newest(String text) {
        return jdbc.sql("with post as (select id, channel, external_id, author_name, received_at,"
                        + " coalesce((select edit.text from message_edit edit where edit.message_id = message.id"
                        + " order by edit.version_at desc, edit.id desc limit 1), text) as text"
                        + " from message where part = 0 and channel not in ('phone', 'counter')"
                        + " and not (channel = 'vk' and external_id ~ '^(wall|im)-?[0-9]+_[0-9]+(_r[0-9]+)?$'))"
                        + " select * from post where position(lower(:text) in lower(text)) > 0"
                        + " order by received_at desc, id desc limit :newest")
                .param("text", text)
                .param("newest", NEWEST)
                .query((row, i) -> new Post(
                        row.getString("channel") + '-' + row.getString("external_id"),
                        row.getString("channel"),
                        row.getString("external_id"),
                        row.getString("author_name"),
                        row.getString("text"),
                        moment(row.getTimestamp("received_at")),
                        replies(row.getLong("id"))))
                .list();
    }

    /** What a person has told by phone is nowhere in the network; what answers two messages in one place stands there once. */
    private List<Reply> replies(long messageId) {
        return jdbc.sql("select distinct on (answer.id, way = 'PRIVATE_MESSAGE') answer.id, text, published_at,"
                        + " way = 'PRIVATE_MESSAGE' as privately from publication join answer on answer.id = answer_id"
                        + " where coalesce(other_message_id, message_id) in (select same.id from message same join message one"
                        + " on one.channel = same.channel and one.external_id = same.external_id where one.id = :id) and publication.state = 'PUBLISHED'"
                        + " and way <> 'BY_PHONE' order by answer.id, way = 'PRIVATE_MESSAGE', published_at")
                .param("id", messageId)
                .query((row, i) -> new Reply(
                        row.getString("text"),
                        moment(row.getTimestamp("published_at")),
                        row.getBoolean("privately"),
                        pictures(row.getLong("id"))))
                .list();
    }

    private List<Long> pictures(long answerId) {
        return jdbc.sql("select id from attachment where answer_id = :answer and with_answer order by id")
                .param("answer", answerId)
                .query(Long.class)
                .list();
    }

    private String moment(Timestamp at) {
        Instant instant = at.toInstant();
        return MOMENT.format(instant.atZone(zone));
    }
}
