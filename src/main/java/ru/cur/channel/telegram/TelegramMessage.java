package ru.cur.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A message of the Bot API, as far as we care. Fields that are missing are empty or 0. */
record TelegramMessage(JsonNode json) {

    /** A file in a message. @param id by which the bot asks for it */
    record Attachment(String id, String name) {}

    boolean hasId() {
        return json.path("message_id").isIntegralNumber() && json.at("/chat/id").isIntegralNumber();
    }

    long id() {
        return json.path("message_id").asLong();
    }

    long chatId() {
        return json.at("/chat/id").asLong();
    }

    boolean isPrivate() {
        return json.at("/chat/type").asText().equals("private");
    }

    /** Pictures sent together are messages of their own to Telegram, and one message to people. */
    boolean isOfAlbum() {
        return json.has("media_group_id");
    }

    /** Its id in our tables: {@code -1001_55}, of an album {@code -1001_a135}. */
    String key() {
        return chatId() + "_" + (isOfAlbum() ? "a" + json.get("media_group_id").asText() : String.valueOf(id()));
    }

    /** The first message of its thread, under a post the post itself as it stands in the group; 0 for none. */
    long threadId() {
        long named = json.path("message_thread_id").asLong();
        return named != 0
                ? named
                : replied()
                        .filter(TelegramMessage::isPost)
                        .map(TelegramMessage::id)
                        .orElse(0L);
    }

    /** The conversation: {@code -1001/50}. */
    String thread() {
        return chatId() + "/" + threadId();
    }

    String threadKey() {
        return chatId() + "_" + threadId();
    }

    Optional<TelegramMessage> replied() {
        return json.path("reply_to_message").isObject()
                ? Optional.of(new TelegramMessage(json.get("reply_to_message")))
                : Optional.empty();
    }

    /** Whether it is a post of the channel, which Telegram has brought into the discussion group. */
    boolean isPost() {
        return json.path("is_automatic_forward").asBoolean();
    }

    /** The chat in whose name it was written, an anonymous administrator's group for instance; 0 when a person wrote it. */
    long senderChat() {
        return json.at("/sender_chat/id").asLong();
    }

    boolean isOfBot() {
        return senderChat() == 0 && json.at("/from/is_bot").asBoolean();
    }

    long from() {
        return json.at("/from/id").asLong();
    }

    String authorId() {
        return String.valueOf(senderChat() != 0 ? senderChat() : from());
    }

    String authorName() {
        if (senderChat() != 0) {
            return json.at("/sender_chat/title").asText();
        }
        return (json.at("/from/first_name").asText() + " "
                        + json.at("/from/last_name").asText())
                .strip();
    }

    String text() {
        return json.has("text")
                ? json.get("text").asText()
                : json.path("caption").asText();
    }

    Instant writtenAt() {
        return Instant.ofEpochSecond(json.path("date").asLong());
    }

    /** When it was changed into this; null for the first version. */
    Instant changedAt() {
        long seconds = json.path("edit_date").asLong();
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }

    /** Names with @ and ids of people that the text mentions. */
    List<String> mentions() {
        List<String> found = new ArrayList<>();
        for (JsonNode entity : json.path(json.has("text") ? "entities" : "caption_entities")) {
            String type = entity.path("type").asText();
            if (type.equals("text_mention")) {
                found.add(entity.at("/user/id").asText());
            } else if (type.equals("mention")) {
                found.add(part(
                        entity.path("offset").asInt(), entity.path("length").asInt()));
            }
        }
        return found;
    }

    /** Telegram counts in UTF-16, as Java does. */
    private String part(int offset, int length) {
        boolean inside = offset >= 0 && length >= 0 && offset + length <= text().length();
        return inside ? text().substring(offset, offset + length) : "";
    }

    /** Where it stands, for people who may see the group; null in private and in groups without addresses. */
    String permalink() {
        String thread = threadId() != 0 && threadId() != id() ? "?thread=" + threadId() : "";
        return TelegramLinks.to(json.path("chat"), id())
                .map(link -> link + thread)
                .orElse(null);
    }

    List<Attachment> attachments() {
        JsonNode photos = json.path("photo");
        Stream<Attachment> photo = photos.isEmpty()
                ? Stream.empty()
                : Stream.of(new Attachment(
                        photos.get(photos.size() - 1).path("file_id").asText(), "photo-%d.jpg".formatted(id())));
        // An animation is named a second time as a document.
        Stream<Attachment> others = Stream.of(
                        json.has("animation") ? file("animation", ".mp4") : file("document", ""),
                        file("video", ".mp4"),
                        file("video_note", ".mp4"),
                        file("voice", ".ogg"),
                        file("audio", ".mp3"))
                .flatMap(Optional::stream);
        return Stream.concat(photo, others)
                .filter(attachment -> !attachment.id().isBlank())
                .toList();
    }

    private Optional<Attachment> file(String kind, String extension) {
        JsonNode file = json.path(kind);
        String name = file.path("file_name").asText(kind.replace('_', '-') + "-" + id() + extension);
        return file.isObject() ? Optional.of(new Attachment(file.path("file_id").asText(), name)) : Optional.empty();
    }

    /** A point on the map that the message is; empty for none. */
    Optional<JsonNode> location() {
        return Stream.of(json.at("/venue/location"), json.path("location"))
                .filter(JsonNode::isObject)
                .findFirst();
    }
}
