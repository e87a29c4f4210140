package ru.cur.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Addresses of messages, as Telegram's programs open them. */
final class TelegramLinks {
    /** Ids of channels and large groups begin with it; the rest is the id in addresses. */
    private static final String LARGE = "-100";

    private TelegramLinks() {}

    /** @param chat a {@code Chat} of the Bot API @return empty where messages have no address */
    static Optional<String> to(JsonNode chat, long message) {
        String name = chat.path("username").asText();
        String id = chat.path("id").asText();
        if (chat.path("type").asText().equals("private")) {
            return Optional.empty();
        }
        if (!name.isEmpty()) {
            return Optional.of("https://t.me/%s/%d".formatted(name, message));
        }
        return id.startsWith(LARGE)
                ? Optional.of("https://t.me/c/%s/%d".formatted(id.substring(LARGE.length()), message))
                : Optional.empty();
    }
}
