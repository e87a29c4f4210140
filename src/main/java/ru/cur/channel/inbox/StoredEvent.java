package ru.cur.channel.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import ru.cur.channel.Channel;

/**
 * A stored event.
 *
 * @param body as it came
 * @param attempts how often work on it has failed
 * @param error why it has failed, or why there was nothing to do, in Russian; null when all went well
 */
public record StoredEvent(
        long id,
        Channel channel,
        String key,
        String body,
        Instant receivedAt,
        int attempts,
        State state,
        String error) {

    /** What has become of it; the title is what people read. */
    public enum State {
        WAITING("ждёт обработки"),
        DONE("обработано"),
        IGNORED("работы не касается"),
        FAILED("не обработано");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What it says. @throws UnreadableEvent when it is no JSON */
    public JsonNode json(ObjectMapper json) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new UnreadableEvent("Событие записано не в JSON", broken);
        }
    }

    public boolean isFailed() {
        return state == State.FAILED;
    }
}
