package ru.cur.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.springframework.util.unit.DataSize;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkFiles;

/** Fetches what people attach. Links to it hold the token of the bot, so they are asked for each time and kept nowhere. */
class TelegramFiles implements NetworkFiles {
    private final TelegramApi api;
    private final DataSize largest;

    TelegramFiles(TelegramApi api, DataSize largest) {
        this.api = api;
        this.largest = largest;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public byte[] fetch(String source) {
        JsonNode file = find(source);
        if (file.path("file_size").asLong() > largest.toBytes()) {
            throw tooLarge();
        }
        byte[] content = api.download(file.path("file_path").asText(), largest.toBytes() + 1);
        if (content.length > largest.toBytes()) {
            throw tooLarge();
        }
        return content;
    }

    private JsonNode find(String source) {
        try {
            return api.ask("getFile", Map.of("file_id", source));
        } catch (TelegramRefusal refusal) {
            throw refusal.getMessage().contains("too big")
                    ? tooLarge()
                    : new FileGone("Telegram не отдаёт файл: " + refusal.said());
        }
    }

    private FileGone tooLarge() {
        return new FileGone("файл больше %d МБ, он остался в Telegram".formatted(largest.toMegabytes()));
    }
}
