package ru.cur.channel.max;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkEvent;
import ru.cur.channel.inbox.NetworkEvent.Deleted;
import ru.cur.channel.inbox.NetworkEvent.Nothing;
import ru.cur.channel.inbox.NetworkEvent.Posted;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.channel.inbox.NetworkEvents;
import ru.cur.channel.inbox.StoredEvent;
import ru.cur.channel.inbox.UnreadableEvent;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Origin;

/** Reads what MAX tells of dialogs, group chats, posts of channels and comments under them. */
@Component
@MaxConnected
class MaxEvents implements NetworkEvents {
    private final ObjectMapper json;

    MaxEvents(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.MAX;
    }

    @Override
    public List<NetworkEvent> read(StoredEvent event) {
        JsonNode update = event.json(json);
        String type = update.path("update_type").asText();
        return List.of(
                switch (type) {
                    case "message_created", "comment_created" -> written(update, null);
                    case "message_edited", "comment_edited" -> written(update, moment(update.path("timestamp")));
                    case "message_removed", "comment_removed" -> new Deleted(id(update.path("message_id")));
                    case "bot_added" -> new Nothing("Бота добавили в чат или канал");
                    case "bot_removed" -> new Nothing("Бота убрали из чата или канала");
                    case "bot_started" -> new Nothing("Человек начал диалог с ботом");
                    case "bot_stopped" -> new Nothing("Человек остановил бота");
                    default -> new Nothing("Событие «%s» не о сообщениях".formatted(type));
                });
    }

    /** @param changedAt when the text was changed into this; null for the first version */
    private static NetworkEvent written(JsonNode update, Instant changedAt) {
        JsonNode message = update.path("message");
        if (!message.path("body").isObject()) {
            throw new UnreadableEvent(
                    "В сообщении MAX нет своего текста и номера, только пересланное: ответить на него нельзя");
        }
        if (message.path("sender").path("is_bot").asBoolean()) {
            return new Nothing("Сообщение бота");
        }
        String mid = id(message.path("body").path("mid"));
        JsonNode recipient = message.path("recipient");
        String post = recipient.path("post_id").asText("");
        if (!post.isEmpty()) {
            return message.path("sender").isObject()
                    ? wrote(message, new MaxPlace(MaxPlace.Kind.POST, post), changedAt)
                    : new Nothing("Комментарий от имени самого канала");
        }
        if (update.path("update_type").asText().startsWith("comment")) {
            throw new UnreadableEvent("В комментарии MAX нет номера публикации");
        }
        if (recipient.path("chat_type").asText().equals("channel")) {
            return new Posted(mid, text(message), url(message), moment(message.path("timestamp")));
        }
        MaxPlace.Kind kind =
                recipient.path("chat_type").asText().equals("dialog") ? MaxPlace.Kind.DIALOG : MaxPlace.Kind.CHAT;
        return wrote(message, new MaxPlace(kind, recipient.path("chat_id").asText()), changedAt);
    }

    private static Wrote wrote(JsonNode message, MaxPlace place, Instant changedAt) {
        JsonNode link = message.path("link");
        boolean reply = link.path("type").asText().equals("reply");
        String replied = link.path("message").path("mid").asText("");
        return new Wrote(
                new IncomingMessage(
                        Channel.MAX.code(),
                        id(message.path("body").path("mid")),
                        author(message.path("sender")),
                        text(message),
                        moment(message.path("timestamp")),
                        url(message),
                        MaxAttachments.place(MaxAttachments.of(message.path("body"), forwarded(message))),
                        MaxAttachments.links(MaxAttachments.of(message.path("body"), forwarded(message))),
                        new Origin(place.toString(), null, null)),
                reply && !replied.isEmpty() ? List.of(replied) : List.of(),
                place.kind() == MaxPlace.Kind.POST ? place.id() : null,
                changedAt);
    }

    private static Author author(JsonNode sender) {
        String names = Stream.of("first_name", "last_name")
                .map(name -> sender.path(name).asText("").strip())
                .filter(name -> !name.isEmpty())
                .reduce((first, last) -> first + ' ' + last)
                .orElseGet(() -> sender.path("name").asText(""));
        String id = sender.path("user_id").asText("");
        return new Author(id.isEmpty() ? null : id, names.isBlank() ? ("Пользователь MAX " + id).strip() : names, null);
    }

    /** Own words, and those that the author has forwarded. */
    private static String text(JsonNode message) {
        return Stream.of(message.path("body"), forwarded(message))
                .map(body -> body.path("text").asText("").strip())
                .filter(words -> !words.isEmpty())
                .reduce((own, other) -> own + "\n" + other)
                .orElse("");
    }

    private static JsonNode forwarded(JsonNode message) {
        JsonNode link = message.path("link");
        return link.path("type").asText().equals("forward") ? link.path("message") : MissingNode.getInstance();
    }

    private static String url(JsonNode message) {
        String url = message.path("url").asText("");
        return url.startsWith("https://") ? url : null;
    }

    private static String id(JsonNode mid) {
        if (!MaxPlace.isMessage(mid.asText(""))) {
            throw new UnreadableEvent("В событии MAX нет номера сообщения");
        }
        return mid.asText();
    }

    private static Instant moment(JsonNode millis) {
        if (!millis.isIntegralNumber()) {
            throw new UnreadableEvent("В событии MAX нет времени");
        }
        return Instant.ofEpochMilli(millis.asLong());
    }
}
