package ru.cur.channel.feed;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A social network in which people write to the government. It speaks the protocol of VKontakte with our connector, and knows
 * nothing else of the program.
 */
@Service
@Profile("demo")
@Transactional
public class PlayedNetwork {
    /** Number of the government's community. */
    public static final long GROUP = 25;

    private final JdbcClient jdbc;
    private final FeedCallbacks callbacks;
    private final Clock clock;

    PlayedNetwork(JdbcClient jdbc, FeedCallbacks callbacks, Clock clock) {
        this.jdbc = jdbc;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** A comment as it stands. @param parentId null when it answers the post itself @param rootId of the first one above it */
    record Comment(
            long id,
            long postId,
            long postOwner,
            Long parentId,
            long rootId,
            long fromId,
            String text,
            Instant at,
            boolean deleted) {}

    /** A visitor by his name, who is there from now on. @return his number */
    private long person(String name) {
        return person(name, name);
    }

    private long person(String key, String name) {
        jdbc.sql("insert into feed_person (key, name) values (:key, :name) on conflict (key) do nothing")
                .param("key", key)
                .param("name", name)
                .update();
        return jdbc.sql("select id from feed_person where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    /** Somebody comments a post, or answers a comment. @param parentId null for the post itself @return number of the comment */
    long comment(long postId, Long parentId, String name, String text) {
        long id = jdbc.sql("insert into feed_comment (post_id, parent_id, from_id, text, written_at)"
                        + " values (:post, :parent, :from, :text, :at) returning id")
                .param("post", postId)
                .param("parent", parentId)
                .param("from", person(name))
                .param("text", text)
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        tell("wall_reply_new", id);
        return id;
    }

    /** The author changes his words. @return false when there is no such comment of a person */
    boolean edit(long id, String text) {
        boolean changed =
                jdbc.sql("update feed_comment set text = :text where id = :id and from_id > 0 and not deleted")
                                .param("text", text)
                                .param("id", id)
                                .update()
                        > 0;
        if (changed) {
            tell("wall_reply_edit", id);
        }
        return changed;
    }

    /** The author takes his comment away, or brings it back. @return false when there is nothing to take or bring */
    boolean setDeleted(long id, boolean deleted) {
        boolean changed = jdbc.sql(
                                "update feed_comment set deleted = :deleted where id = :id and from_id > 0 and deleted <> :deleted")
                        .param("deleted", deleted)
                        .param("id", id)
                        .update()
                > 0;
        if (changed) {
            tell(deleted ? "wall_reply_delete" : "wall_reply_restore", id);
        }
        return changed;
    }

    /** Somebody writes on his own page and mentions the account: nobody is called about it, one has to ask. */
    long mention(String name, String text) {
        return jdbc.sql("insert into feed_post (from_id, text, written_at) values (:from, :text, :at) returning id")
                .param("from", person(name))
                .param("text", text)
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Somebody writes to the government alone. */
    long write(String name, String text) {
        long person = person(name);
        Instant now = clock.instant();
        long id = jdbc.sql("insert into feed_message (person_id, ours, text, sent_at)"
                        + " values (:person, false, :text, :at) returning id")
                .param("person", person)
                .param("text", text)
                .param("at", Timestamp.from(now))
                .query(Long.class)
                .single();
        Map<String, Object> message = Map.of(
                "id",
                id,
                "date",
                now.getEpochSecond(),
                "peer_id",
                person,
                "from_id",
                person,
                "out",
                0,
                "text",
                text,
                "attachments",
                List.of());
        callbacks.add("message_new", Map.of("message", message, "client_info", Map.of()));
        return id;
    }

    /**
     * A comment that was written before the program began to listen: no event tells of it.
     *
     * @param key makes sure that it is written once
     * @param author tells him from others of the same name
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Written written(String key, Author author, String text, Instant at) {
        long person = person(author.key(), author.name());
        List<Long> posts = jdbc.sql("select id from feed_post where from_id < 0 order by id")
                .query(Long.class)
                .list();
        long post = posts.get(Math.floorMod(key.hashCode(), posts.size()));
        jdbc.sql("insert into feed_comment (post_id, from_id, text, written_at, guid)"
                        + " values (:post, :from, :text, :at, :key) on conflict (guid) do nothing")
                .param("post", post)
                .param("from", person)
                .param("text", text)
                .param("at", Timestamp.from(at))
                .param("key", key)
                .update();
        long id = jdbc.sql("select id from feed_comment where guid = :key")
                .param("key", key)
                .query(Long.class)
                .single();
        String postText = jdbc.sql("select text from feed_post where id = :id")
                .param("id", post)
                .query(String.class)
                .single();
        return new Written(post, id, person, postText);
    }

    /** Who has written. */
    public record Author(String key, String name) {}

    /** What was written. @param post number of the post @param id of the comment @param person of its author */
    public record Written(long post, long id, long person, String postText) {}

    Optional<Comment> find(long id) {
        return jdbc.sql("with recursive above as (select id, parent_id from feed_comment where id = :id union all"
                        + " select parent.id, parent.parent_id from feed_comment parent join above on parent.id = above.parent_id)"
                        + " select feed_comment.*, post.from_id as post_owner,"
                        + " (select id from above where parent_id is null) as root_id from feed_comment"
                        + " join feed_post post on post.id = post_id where feed_comment.id = :id")
                .param("id", id)
                .query((row, i) -> new Comment(
                        row.getLong("id"),
                        row.getLong("post_id"),
                        row.getLong("post_owner"),
                        row.getObject("parent_id", Long.class),
                        row.getLong("root_id"),
                        row.getLong("from_id"),
                        row.getString("text"),
                        row.getTimestamp("written_at").toInstant(),
                        row.getBoolean("deleted")))
                .optional();
    }

    private void tell(String type, long id) {
        callbacks.add(type, FeedObjects.comment(find(id).orElseThrow(), type.endsWith("delete")));
    }
}
