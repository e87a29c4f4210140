package ru.cur.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkEvent;
import ru.cur.channel.inbox.NetworkEvent.Attached;
import ru.cur.channel.inbox.NetworkEvent.Nothing;
import ru.cur.channel.inbox.NetworkEvent.Posted;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.channel.inbox.NetworkEvents;
import ru.cur.channel.inbox.StoredEvent;
import ru.cur.channel.inbox.UnreadableEvent;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Origin;
import ru.cur.incident.IncomingMessage.Place;

/** Reads Telegram's updates. Bots are never told that a message was deleted. */
class TelegramEvents implements NetworkEvents {
    private final TelegramProperties settings;
    private final ObjectMapper json;

    TelegramEvents(TelegramProperties settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public List<NetworkEvent> read(StoredEvent event) {
        return new TelegramUpdate(event.json(json))
                .message()
                .map(this::read)
                .orElse(List.of(new Nothing("событие Telegram другого вида")));
    }

    private List<NetworkEvent> read(TelegramMessage message) {
        if (!message.hasId()) {
            throw new UnreadableEvent("В событии Telegram нет номера сообщения или чата");
        }
        List<NetworkEvent> told = new ArrayList<>();
        Optional.of(message)
                .filter(TelegramMessage::isPost)
                .or(() -> message.replied().filter(TelegramMessage::isPost))
                .flatMap(TelegramEvents::posted)
                .ifPresent(told::add);
        Optional<String> why = nothing(message);
        if (why.isPresent()) {
            told.add(new Nothing(why.get()));
        } else {
            told.add(wrote(message));
            message.attachments().forEach(file -> told.add(new Attached(message.key(), file.id(), file.name())));
        }
        return told;
    }

    /** The post of a channel, as it stands in its discussion group; the link leads to the channel. */
    private static Optional<Posted> posted(TelegramMessage post) {
        JsonNode origin = post.json().path("forward_origin");
        return origin.has("message_id")
                ? Optional.of(new Posted(
                        post.key(),
                        post.text(),
                        TelegramLinks.to(
                                        origin.path("chat"),
                                        origin.get("message_id").asLong())
                                .orElse(null),
                        Instant.ofEpochSecond(
                                origin.path("date").asLong(post.writtenAt().getEpochSecond()))))
                : Optional.empty();
    }

    /** Why there is nothing to do; empty when there is. */
    private Optional<String> nothing(TelegramMessage message) {
        if (message.isPost()) {
            return Optional.of("публикация нашего канала");
        }
        if (message.senderChat() != 0 && message.senderChat() == message.chatId()) {
            return Optional.of("сообщение администратора группы");
        }
        if (isOurChannel(message)) {
            return Optional.of("сообщение нашего канала");
        }
        if (message.isOfBot() || (message.from() == 0 && message.senderChat() == 0)) {
            return Optional.of("сообщение бота или службы");
        }
        if (message.text().isBlank()
                && message.attachments().isEmpty()
                && message.location().isEmpty()) {
            return Optional.of("служебное сообщение");
        }
        if (message.isPrivate()) {
            return Optional.of("команда боту").filter(command -> message.text().startsWith("/"));
        }
        return Optional.of("чужая группа, и нас в сообщении не упоминают").filter(foreign -> !isForUs(message));
    }

    private boolean isOurChannel(TelegramMessage message) {
        long sender = message.senderChat();
        return sender != 0
                && (settings.channels().contains(sender)
                        || message.replied()
                                .filter(replied -> replied.isPost() && replied.senderChat() == sender)
                                .isPresent());
    }

    private boolean isForUs(TelegramMessage message) {
        return settings.groups().contains(message.chatId())
                || message.replied()
                        .filter(replied -> replied.from() == settings.botId())
                        .isPresent()
                || message.mentions().stream()
                        .anyMatch(name -> settings.isOurs(name) || name.equals(String.valueOf(settings.botId())));
    }

    private static Wrote wrote(TelegramMessage message) {
        // The words of an album stand under one of its pictures; the others must not change them.
        boolean wordless = message.isOfAlbum() && message.text().isBlank();
        return new Wrote(
                new IncomingMessage(
                        Channel.TELEGRAM.code(),
                        message.key(),
                        new Author(message.authorId(), message.authorName(), null),
                        message.text(),
                        message.writtenAt(),
                        message.permalink(),
                        place(message),
                        List.of(),
                        new Origin(TelegramPlace.threadOf(message), null, null)),
                repliesTo(message),
                message.threadId() == 0 ? null : message.threadKey(),
                wordless ? message.writtenAt().minusSeconds(1) : message.changedAt());
    }

    private static List<String> repliesTo(TelegramMessage message) {
        List<String> replies = new ArrayList<>();
        message.replied()
                .filter(replied -> !replied.isPost())
                .ifPresent(replied -> replies.add(
                        replied.json().has("chat") ? replied.key() : message.chatId() + "_" + replied.id()));
        if (message.threadId() != 0 && !replies.contains(message.threadKey())) {
            replies.add(message.threadKey());
        }
        return replies;
    }

    private static Place place(TelegramMessage message) {
        String address = message.json().at("/venue/address").asText("");
        return message.location()
                .map(point -> new Place(
                        address.isEmpty() ? null : address,
                        null,
                        point.path("latitude").asDouble(),
                        point.path("longitude").asDouble()))
                .orElse(Place.UNKNOWN);
    }
}
