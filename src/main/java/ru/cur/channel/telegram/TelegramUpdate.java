package ru.cur.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;

/** An update as the Bot API delivers it, by whichever way. */
record TelegramUpdate(JsonNode json) {
    /** What we ask to be told. There is no kind for deletions: bots never hear of them. */
    static final List<String> KINDS = List.of("message", "edited_message");

    boolean hasId() {
        return json.path("update_id").isIntegralNumber();
    }

    long id() {
        return json.path("update_id").asLong();
    }

    /** The message that was written or changed; empty for all other kinds. */
    Optional<TelegramMessage> message() {
        return KINDS.stream()
                .filter(json::has)
                .map(kind -> new TelegramMessage(json.get(kind)))
                .findFirst();
    }

    /**
     * What to store. Ids of updates begin anew after a quiet week, so the message belongs to the name.
     *
     * @param body as it came
     */
    Arrival arrival(String body) {
        String key = id() + message().map(message -> " " + message.key()).orElse("");
        return new Arrival(
                Channel.TELEGRAM, key, message().map(TelegramMessage::thread).orElse("-"), body);
    }
}
