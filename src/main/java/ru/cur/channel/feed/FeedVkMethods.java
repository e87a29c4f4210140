package ru.cur.channel.feed;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import ru.cur.channel.feed.PlayedNetwork.Comment;
import ru.cur.reply.ReplyRefused.Kind;

/** What the played network does when a method is called. */
@Component
@Profile("demo")
@Transactional
class FeedVkMethods {
    /** Refusals that the page can be told to play, and their codes in VKontakte. */
    private static final Map<Kind, Integer> REFUSALS = Map.of(
            Kind.MESSAGE_DELETED, 100,
            Kind.COMMENTS_CLOSED, 213,
            Kind.AUTHOR_BLOCKED, 900,
            Kind.PRIVATE_MESSAGES_CLOSED, 901,
            Kind.TEXT_TOO_LONG, 914,
            Kind.LINKS_FORBIDDEN, 222,
            Kind.NETWORK_REFUSED, 15);

    private final JdbcClient jdbc;
    private final PlayedNetwork network;
    private final FeedObstacles obstacles;
    private final Clock clock;

    FeedVkMethods(JdbcClient jdbc, PlayedNetwork network, FeedObstacles obstacles, Clock clock) {
        this.jdbc = jdbc;
        this.network = network;
        this.obstacles = obstacles;
        this.clock = clock;
    }

    static List<Kind> playedRefusals() {
        return Arrays.stream(Kind.values()).filter(REFUSALS::containsKey).toList();
    }

    private static FeedVkError refusal(Kind kind) {
        return new FeedVkError(REFUSALS.get(kind), "Played: " + kind);
    }

    /** @return the part {@code response} @throws FeedVkError for what VKontakte refuses */
    Object call(String method, FeedParameters parameters) {
        return switch (method) {
            case "wall.createComment" -> createComment(parameters);
            case "messages.send" -> send(parameters);
            case "users.get" -> users(parameters);
            case "newsfeed.getMentions" -> mentions(parameters);
            case "groups.getCallbackServers" ->
                Map.of("count", 1, "items", List.of(Map.of("url", "/channels/vk/webhook", "status", "ok")));
            case "photos.getWallUploadServer", "photos.getMessagesUploadServer" ->
                Map.of(
                        "upload_url",
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/demo/vk/upload")
                                .toUriString());
            case "photos.saveWallPhoto", "photos.saveMessagesPhoto" ->
                List.of(Map.of("owner_id", -PlayedNetwork.GROUP, "id", parameters.number("photo")));
            default -> throw new FeedVkError(3, "Unknown method passed");
        };
    }

    private Object createComment(FeedParameters parameters) {
        Optional<Long> repeated = jdbc.sql("select id from feed_comment where guid = :guid")
                .param("guid", parameters.text("guid"))
                .query(Long.class)
                .optional();
        return Map.of("comment_id", repeated.orElseGet(() -> created(parameters)));
    }

    private long created(FeedParameters parameters) {
        long post = parameters.number("post_id");
        long parent = parameters.numberOrZero("reply_to_comment");
        if (parent > 0) {
            Comment answered = network.find(parent)
                    .filter(comment -> comment.postId() == post && !comment.deleted())
                    .orElseThrow(() -> refusal(Kind.MESSAGE_DELETED));
            refuseIfTold("wall%d_%d_r%d".formatted(answered.postOwner(), post, parent), Kind.PRIVATE_MESSAGES_CLOSED);
        }
        if (parent == 0) {
            refuseIfTold("wall%d_%d".formatted(parameters.number("owner_id"), post), Kind.PRIVATE_MESSAGES_CLOSED);
        }
        return jdbc.sql("insert into feed_comment (post_id, parent_id, from_id, text, photos, written_at, guid)"
                        + " values (:post, :parent, :from, :text, :photos, :at, :guid) returning id")
                .param("post", post)
                .param("parent", parent == 0 ? null : parent)
                .param("from", -PlayedNetwork.GROUP)
                .param("text", parameters.text("message"))
                .param("photos", parameters.text("attachments"))
                .param("at", Timestamp.from(clock.instant()))
                .param("guid", parameters.text("guid"))
                .query(Long.class)
                .single();
    }

    /** @param elsewhere a refusal that is not meant for this way */
    private void refuseIfTold(String externalId, Kind elsewhere) {
        obstacles.of("vk", externalId).filter(kind -> kind != elsewhere).ifPresent(kind -> {
            throw refusal(kind);
        });
    }

    private Object send(FeedParameters parameters) {
        long person = parameters.number("peer_id");
        refusedPrivately(person).ifPresent(kind -> {
            throw refusal(kind);
        });
        jdbc.sql(
                        "insert into feed_message (person_id, ours, text, photos, sent_at, random_id)"
                                + " values (:person, true, :text, :photos, :at, :random) on conflict (person_id, random_id) do nothing")
                .param("person", person)
                .param("text", parameters.text("message"))
                .param("photos", parameters.text("attachment"))
                .param("at", Timestamp.from(clock.instant()))
                .param("random", parameters.number("random_id"))
                .update();
        return jdbc.sql("select id from feed_message where person_id = :person and random_id = :random")
                .param("person", person)
                .param("random", parameters.number("random_id"))
                .query(Long.class)
                .single();
    }

    /** What stands in the way of a private message: told for any comment of the person. */
    private Optional<Kind> refusedPrivately(long person) {
        return jdbc
                .sql(
                        "select refusal from feed_obstacle join feed_comment on external_id like '%\\_r' || feed_comment.id"
                                + " where channel = 'vk' and from_id = :person")
                .param("person", person)
                .query((row, i) -> Kind.valueOf(row.getString(1)))
                .list()
                .stream()
                .filter(kind -> kind == Kind.AUTHOR_BLOCKED || kind == Kind.PRIVATE_MESSAGES_CLOSED)
                .findFirst();
    }

    private Object users(FeedParameters parameters) {
        return jdbc.sql("select id, name from feed_person where id = :id")
                .param("id", parameters.number("user_ids"))
                .query((row, i) -> {
                    String[] names = row.getString("name").split(" ", 2);
                    return Map.of(
                            "id",
                            row.getLong("id"),
                            "first_name",
                            names[0],
                            "last_name",
                            names.length > 1 ? names[1] : "");
                })
                .list();
    }

    private Object mentions(FeedParameters parameters) {
        List<Map<String, Object>> items = jdbc.sql(
                        "select * from feed_post where from_id > 0 and extract(epoch from written_at) >= :since"
                                + " order by written_at desc, id desc limit :count offset :offset")
                .param("since", parameters.numberOrZero("start_time"))
                .param("count", parameters.number("count"))
                .param("offset", parameters.numberOrZero("offset"))
                .query((row, i) -> FeedObjects.post(
                        row.getLong("id"),
                        row.getLong("from_id"),
                        row.getString("text"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
        return Map.of("count", items.size(), "items", items);
    }

    /** @return number of the picture */
    String upload(MultipartFile photo) throws IOException {
        return jdbc.sql("insert into feed_photo (media_type, bytes) values (:type, :bytes) returning id")
                .param("type", photo.getContentType())
                .param("bytes", photo.getBytes())
                .query(Long.class)
                .single()
                .toString();
    }
}
