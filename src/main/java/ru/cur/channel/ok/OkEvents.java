package ru.cur.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
import ru.cur.incident.IncomingMessage.Media;
import ru.cur.incident.IncomingMessage.Origin;
import ru.cur.incident.IncomingMessage.Place;
import ru.cur.incident.IncomingMessage.Post;

/** Reads messages to the group as Odnoklassniki send them, and comments as {@link OkCommentsPoll} has found them. */
@Component
@OkConnected
class OkEvents implements NetworkEvents {
    private static final Map<String, String> ATTACHMENTS = Map.of(
            "IMAGE", "Фото", "VIDEO", "Видео", "AUDIO", "Голосовое сообщение", "FILE", "Файл", "SHARE", "Ссылка");

    private final OkNames names;
    private final ObjectMapper json;

    OkEvents(OkNames names, ObjectMapper json) {
        this.names = names;
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.OK;
    }

    @Override
    public List<NetworkEvent> read(StoredEvent event) {
        JsonNode said = event.json(json);
        return List.of(said.has("comment") ? comment(said, event.receivedAt()) : message(said, event));
    }

    /** Whether it tells of a message as it was first written. */
    static boolean isNew(JsonNode said) {
        String type = said.path("webhookType").asText("MESSAGE_CREATED");
        return type.equals("MESSAGE_CREATED") && said.path("message").hasNonNull("mid");
    }

    private NetworkEvent message(JsonNode said, StoredEvent event) {
        JsonNode message = said.path("message");
        if (!message.hasNonNull("mid")) {
            return new Nothing("Событие чата, а не сообщение");
        }
        String sender = said.at("/sender/user_id").asText("");
        if (!sender.startsWith("user:")) {
            return new Nothing("Сообщение самой группы");
        }
        Instant publishedAt = millis(said.path("timestamp"))
                .orElseThrow(() -> new UnreadableEvent("В сообщении Одноклассников нет времени"));
        return new Wrote(
                new IncomingMessage(
                        Channel.OK.code(),
                        message.path("mid").asText(),
                        author(sender.substring("user:".length()), name(said)),
                        message.path("text").asText(""),
                        publishedAt,
                        null,
                        Place.UNKNOWN,
                        links(message),
                        new Origin(said.at("/recipient/chat_id").asText(), null, null)),
                Stream.of(message.path("reply_to").asText(""))
                        .filter(OkPlace::isMessage)
                        .toList(),
                null,
                isNew(said) ? null : event.receivedAt());
    }

    /** A comment names the moment at which it was written, and none at which it was changed. */
    private static Wrote comment(JsonNode said, Instant foundAt) {
        OkPlace.Discussion about = OkPlace.discussion(said.path("discussion").asText())
                .orElseThrow(() -> new UnreadableEvent("Неизвестно, к какой публикации Одноклассников комментарий"));
        JsonNode comment = said.path("comment");
        return new Wrote(
                new IncomingMessage(
                        Channel.OK.code(),
                        about.comment(comment.path("id").asText()),
                        author(
                                comment.path("author_id").asText(""),
                                comment.path("author_name").asText("")),
                        comment.path("text").asText(""),
                        OkComments.writtenAt(comment).orElse(null),
                        said.path("permalink").asText(null),
                        Place.UNKNOWN,
                        links(comment),
                        new Origin(
                                about.toString(),
                                new Post(
                                        said.path("permalink").asText(null),
                                        said.path("title").asText(null)),
                                null)),
                Stream.of(comment.path("reply_to_comment_id").asText(""))
                        .filter(id -> !id.isEmpty())
                        .map(about::comment)
                        .toList(),
                null,
                foundAt);
    }

    private String name(JsonNode said) {
        String told = said.at("/sender/name").asText("");
        return told.isBlank()
                ? names.of(
                        said.at("/recipient/chat_id").asText(),
                        said.at("/sender/user_id").asText())
                : told;
    }

    private static Author author(String id, String name) {
        return new Author(
                id.isEmpty() ? null : id, name.isBlank() ? ("Пользователь Одноклассников " + id).strip() : name, null);
    }

    private static List<Media> links(JsonNode message) {
        return Stream.concat(
                        StreamSupport.stream(message.path("attachments").spliterator(), false),
                        Stream.of(message.path("attachment")))
                .map(attachment -> new Media(
                        attachment.at("/payload/url").asText(""),
                        ATTACHMENTS.getOrDefault(attachment.path("type").asText(), "Вложение")))
                .filter(media ->
                        media.url().startsWith("https://") || media.url().startsWith("http://"))
                .toList();
    }

    static Optional<Instant> millis(JsonNode moment) {
        return moment.isIntegralNumber() ? Optional.of(Instant.ofEpochMilli(moment.asLong())) : Optional.empty();
    }
}
