package ru.cur.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ru.cur.incident.IncomingMessage.Media;

/** Links to what is attached; what has no address, such as a sticker, is left to the raw event. */
final class VkAttachments {

    private VkAttachments() {}

    static List<Media> of(JsonNode attachments) {
        return StreamSupport.stream(attachments.spliterator(), false)
                .flatMap(VkAttachments::media)
                .filter(media ->
                        media.url().startsWith("https://") || media.url().startsWith("http://"))
                .toList();
    }

    private static Stream<Media> media(JsonNode attachment) {
        String type = attachment.path("type").asText();
        JsonNode thing = attachment.path(type);
        return switch (type) {
            case "photo" -> largest(thing).map(url -> new Media(url, "Фото")).stream();
            case "video" -> Stream.of(new Media(address("video", thing), title(thing, "Видео")));
            case "doc" -> Stream.of(new Media(thing.path("url").asText(), title(thing, "Файл")));
            case "link" -> Stream.of(new Media(thing.path("url").asText(), title(thing, "Ссылка")));
            case "audio_message" -> Stream.of(new Media(thing.path("link_mp3").asText(), "Голосовое сообщение"));
            case "wall" -> Stream.of(new Media(address("wall", thing), "Публикация"));
            default -> Stream.empty();
        };
    }

    private static Optional<String> largest(JsonNode photo) {
        return StreamSupport.stream(photo.path("sizes").spliterator(), false)
                .max(Comparator.comparingLong(size ->
                        size.path("width").asLong() * size.path("height").asLong()))
                .map(size -> size.path("url").asText());
    }

    private static String address(String word, JsonNode thing) {
        long owner = thing.path("owner_id").asLong(thing.path("to_id").asLong());
        return "https://vk.com/%s%d_%d".formatted(word, owner, thing.path("id").asLong());
    }

    private static String title(JsonNode thing, String kind) {
        String title = thing.path("title").asText();
        return title.isBlank() ? kind : kind + ": " + title;
    }
}
