package ru.cur.channel.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ru.cur.incident.IncomingMessage.Media;
import ru.cur.incident.IncomingMessage.Place;

/** What is attached: links, and the place that the author has sent; what has no address is left to the raw event. */
final class MaxAttachments {

    private MaxAttachments() {}

    static List<Media> links(Stream<JsonNode> attachments) {
        return attachments
                .flatMap(MaxAttachments::link)
                .filter(media ->
                        media.url().startsWith("https://") || media.url().startsWith("http://"))
                .toList();
    }

    private static Stream<Media> link(JsonNode attachment) {
        String url = attachment.path("payload").path("url").asText();
        return switch (attachment.path("type").asText()) {
            case "image" -> Stream.of(new Media(url, "Фото"));
            case "video" -> Stream.of(new Media(url, "Видео"));
            case "audio" -> Stream.of(new Media(url, "Голосовое сообщение"));
            case "file" -> Stream.of(new Media(url, titled("Файл", attachment.path("filename"))));
            case "share" -> Stream.of(new Media(url, titled("Ссылка", attachment.path("title"))));
            default -> Stream.empty();
        };
    }

    private static String titled(String kind, JsonNode title) {
        return title.asText().isBlank() ? kind : kind + ": " + title.asText();
    }

    static Place place(Stream<JsonNode> attachments) {
        return attachments
                .filter(attachment -> attachment.path("latitude").isNumber()
                        && attachment.path("longitude").isNumber())
                .map(at -> new Place(
                        null,
                        null,
                        at.path("latitude").asDouble(),
                        at.path("longitude").asDouble()))
                .findFirst()
                .orElse(Place.UNKNOWN);
    }

    /** Those of a message and of what it forwards. */
    static Stream<JsonNode> of(JsonNode... bodies) {
        return Stream.of(bodies)
                .flatMap(body -> StreamSupport.stream(body.path("attachments").spliterator(), false));
    }
}
