package ru.cur.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.util.DigestUtils;

/** What comments say of themselves. */
final class OkComments {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** Odnoklassniki write dates as people in Moscow read them. */
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private OkComments() {}

    static Optional<Instant> writtenAt(JsonNode comment) {
        return OkEvents.millis(comment.path("date_ms"))
                .or(() -> date(comment.path("date").asText("")));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, DATE).atZone(MOSCOW).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The same for the same words: a comment has no number of its version. */
    static String version(JsonNode comment) {
        return DigestUtils.md5DigestAsHex(comment.path("text").asText("").getBytes(StandardCharsets.UTF_8));
    }
}
