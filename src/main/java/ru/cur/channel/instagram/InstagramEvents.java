package ru.cur.channel.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkEvent;
import ru.cur.channel.inbox.NetworkEvent.Nothing;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.channel.inbox.NetworkEvents;
import ru.cur.channel.inbox.StoredEvent;
import ru.cur.channel.inbox.UnreadableEvent;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Origin;
import ru.cur.incident.IncomingMessage.Place;
import ru.cur.incident.IncomingMessage.Post;

/**
 * Reads what Instagram tells of comments and mentions. It tells neither the words of a mention nor the address of a publication:
 * both are asked for. Comments can't be edited there, and nobody tells of those that are deleted.
 */
@Component
@InstagramConnected
class InstagramEvents implements NetworkEvents {
    private static final Logger LOG = LoggerFactory.getLogger(InstagramEvents.class);
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ");
    /** Seconds up to the year 5138, milliseconds from 1973 on. */
    private static final long SECONDS_END = 100_000_000_000L;

    private final InstagramApi api;
    private final InstagramProperties properties;
    private final ObjectMapper json;

    InstagramEvents(InstagramApi api, InstagramProperties properties, ObjectMapper json) {
        this.api = api;
        this.properties = properties;
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.INSTAGRAM;
    }

    @Override
    public List<NetworkEvent> read(StoredEvent event) {
        JsonNode said = event.json(json);
        JsonNode value = said.path("value");
        Instant at = moment(said.path("time")).orElse(event.receivedAt());
        return List.of(
                switch (said.path("field").asText()) {
                    case "comments" -> comment(value, at, false);
                    case "live_comments" -> comment(value, at, true);
                    case "mentions" -> mention(value, at);
                    default -> new Nothing("Событие не о комментариях и упоминаниях");
                });
    }

    private NetworkEvent comment(JsonNode value, Instant at, boolean live) {
        String id = id(value.path("id"));
        String media = id(value.at("/media/id"));
        JsonNode from = value.path("from");
        if (from.path("id").asText().equals(properties.accountId()) || from.has("self_ig_scoped_id")) {
            return new Nothing("Комментарий нашего аккаунта");
        }
        String parent = value.path("parent_id").asText("");
        String root = parent.isEmpty() ? id : id(value.path("parent_id"));
        InstagramPlace place = live ? InstagramPlace.live(media) : InstagramPlace.comment(media, root);
        Post post = post(media);
        String author = from.path("id").asText("");
        return new Wrote(
                message(
                        id,
                        new Author(author.isEmpty() ? null : author, name(from.path("username"), author), null),
                        value.path("text").asText(""),
                        at,
                        new Origin(place.toString(), post, null)),
                parent.isEmpty() ? List.of() : List.of(parent),
                null,
                null);
    }

    private NetworkEvent mention(JsonNode value, Instant at) {
        String media = id(value.path("media_id"));
        if (value.path("comment_id").asText("").isEmpty()) {
            JsonNode publication = asked(() -> api.mentionedMedia(media));
            return mentioned(
                    InstagramPlace.message(media),
                    publication,
                    publication.path("caption").asText(""),
                    at,
                    new Origin(
                            InstagramPlace.mention(media).toString(),
                            new Post(publication.path("permalink").asText(null), null),
                            null));
        }
        String id = id(value.path("comment_id"));
        JsonNode comment = asked(() -> api.mentionedComment(id));
        return mentioned(
                id,
                comment,
                comment.path("text").asText(""),
                at,
                new Origin(InstagramPlace.mention(media).toString(), postOf(comment.path("media")), null));
    }

    private interface Question {
        JsonNode ask();
    }

    private static JsonNode asked(Question question) {
        try {
            return question.ask();
        } catch (InstagramRefusal refusal) {
            throw new UnreadableEvent("Instagram не показал упоминание: " + refusal.getMessage(), refusal);
        }
    }

    /** Who mentions us has a name only. */
    private static Wrote mentioned(String id, JsonNode thing, String text, Instant at, Origin origin) {
        Instant writtenAt = written(thing.path("timestamp")).orElse(at);
        return new Wrote(
                message(id, new Author(null, name(thing.path("username"), ""), null), text, writtenAt, origin),
                List.of(),
                null,
                null);
    }

    private static IncomingMessage message(String id, Author author, String text, Instant at, Origin origin) {
        return new IncomingMessage(
                Channel.INSTAGRAM.code(),
                id,
                author,
                text,
                at,
                Optional.ofNullable(origin.post()).map(Post::permalink).orElse(null),
                Place.UNKNOWN,
                List.of(),
                origin);
    }

    /** Helps people, and is no reason to let a message wait. */
    private Post post(String media) {
        try {
            return postOf(api.media(media));
        } catch (RuntimeException unknown) {
            LOG.warn("Instagram не назвал адрес публикации {}: {}", media, unknown.getMessage());
            return null;
        }
    }

    private static Post postOf(JsonNode media) {
        return new Post(
                media.path("permalink").asText(null), media.path("caption").asText(null));
    }

    private static String name(JsonNode username, String id) {
        return username.asText("").isBlank() ? ("Пользователь Instagram " + id).strip() : username.asText();
    }

    private static String id(JsonNode id) {
        if (!id.asText("").matches("\\d{1,30}")) {
            throw new UnreadableEvent("В событии Instagram нет номера комментария или публикации");
        }
        return id.asText();
    }

    private static Optional<Instant> moment(JsonNode time) {
        if (!time.isIntegralNumber()) {
            return Optional.empty();
        }
        long number = time.asLong();
        return Optional.of(number < SECONDS_END ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    }

    private static Optional<Instant> written(JsonNode timestamp) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(timestamp.asText(""), TIMESTAMP).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
