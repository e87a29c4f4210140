package ru.cur.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.cur.channel.network.NetworkLine.Lane;

/**
 * Calls the interface for messages of a group, to which the token alone gives access. Each method throws what {@link OkLine#ask}
 * throws.
 */
@Component
@OkConnected
class OkChats {
    /** So many messages are looked at. */
    static final int PAGE = 50;

    private final OkLine line;
    private final String token;
    private final double chatCallsPerSecond;

    OkChats(OkLine line, OkProperties properties) {
        this.line = line;
        this.token = properties.accessToken();
        this.chatCallsPerSecond = properties.chatCallsPerSecond();
    }

    JsonNode subscriptions() {
        return line.ask(() -> line.client().get().uri("/graph/me/subscriptions?access_token={token}", token));
    }

    JsonNode subscribe(String url) {
        return post("subscribe", Map.of("url", url));
    }

    JsonNode unsubscribe(String url) {
        return post("unsubscribe", Map.of("url", url));
    }

    /** @param chat {@code chat:…}, free of what an address could not hold */
    JsonNode send(String chat, String text) {
        return post(
                "messages/" + chat,
                Map.of("recipient", Map.of("chat_id", chat), "message", Map.of("text", text)),
                Lane.perSecond(chat, chatCallsPerSecond));
    }

    /** Writes to a person, if he allows messages of the group. */
    JsonNode sendTo(String user, String text) {
        return post(
                "messages",
                Map.of("recipient", Map.of("user_ids", List.of("user:" + user)), "message", Map.of("text", text)),
                Lane.perSecond("user:" + user, chatCallsPerSecond));
    }

    /** The last {@value #PAGE} messages of a chat, the newest first. */
    JsonNode latest(String chat) {
        return line.ask(() -> line.client()
                .get()
                .uri("/graph/me/messages/" + chat + "?access_token={token}&count={count}", token, PAGE));
    }

    private JsonNode post(String path, Map<String, Object> body, Lane... lanes) {
        return line.ask(
                () -> line.client()
                        .post()
                        .uri("/graph/me/" + path + "?access_token={token}", token)
                        .body(body),
                lanes);
    }
}
