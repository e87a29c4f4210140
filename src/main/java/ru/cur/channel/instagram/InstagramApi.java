package ru.cur.channel.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import ru.cur.channel.Channel;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.channel.network.NetworkHttp;
import ru.cur.channel.network.NetworkLine;
import ru.cur.channel.network.NetworkLine.Lane;
import ru.cur.channel.network.NetworkPause;
import ru.cur.channel.network.Networks;
import ru.cur.channel.network.Troubles;
import ru.cur.reply.ReplyWaits;

/**
 * Calls the Graph API. Ids come from the network itself and hold digits only. Each method throws what {@link NetworkLine#ask}
 * throws, {@link InstagramRefusal} when the network refuses for good, and {@link ReplyWaits} when it does not accept our token.
 */
@Component
@InstagramConnected
class InstagramApi {
    private final NetworkLine line;
    private final Troubles troubles;
    private final RestClient client;
    private final Lane all;
    private final String account;

    InstagramApi(InstagramProperties properties, Networks networks, Troubles troubles) {
        this.line = networks.line(Channel.INSTAGRAM);
        this.troubles = troubles;
        this.client = NetworkHttp.client(properties.apiUrl(), properties.proxy(), null)
                .defaultHeaders(headers -> headers.setBearerAuth(properties.accessToken()))
                .defaultStatusHandler(InstagramApi::isRefusal, (request, refused) -> {})
                .build();
        this.all = Lane.perSecond("all", properties.callsPerSecond());
        this.account = properties.accountId();
    }

    private static boolean isRefusal(HttpStatusCode status) {
        return status.is4xxClientError() && status.value() != 429;
    }

    /** Address and words of a publication. */
    JsonNode media(String id) {
        return ask(() -> client.get().uri("/{id}?fields={fields}", id, "permalink,caption"));
    }

    /** A comment elsewhere that mentions the account, with its publication. */
    JsonNode mentionedComment(String id) {
        return mentioned("mentioned_comment.comment_id(%s){id,text,username,timestamp,media{id,permalink,caption}}", id)
                .path("mentioned_comment");
    }

    /** A publication of somebody that mentions the account. */
    JsonNode mentionedMedia(String id) {
        return mentioned("mentioned_media.media_id(%s){id,caption,username,timestamp,permalink}", id)
                .path("mentioned_media");
    }

    private JsonNode mentioned(String fields, String id) {
        return ask(() -> client.get().uri("/{account}?fields={fields}", account, fields.formatted(id)));
    }

    /** Replies to a comment of the first level. */
    JsonNode replies(String comment) {
        return ask(() -> client.get().uri("/{id}/replies?fields={fields}&limit=100", comment, "id,text"));
    }

    JsonNode reply(String comment, String text) {
        return ask(() -> client.post().uri("/{id}/replies", comment).body(Map.of("message", text)));
    }

    /** @param comment null answers the publication itself */
    JsonNode replyToMention(String media, String comment, String text) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("media_id", media, "message", text));
        if (comment != null) {
            body.put("comment_id", comment);
        }
        return ask(() -> client.post().uri("/{account}/mentions", account).body(body));
    }

    /** Writes to the author of a comment in private: once, and within 7 days. */
    JsonNode replyPrivately(String comment, String text) {
        return ask(() -> client.post()
                .uri("/{account}/messages", account)
                .body(Map.of("recipient", Map.of("comment_id", comment), "message", Map.of("text", text))));
    }

    private JsonNode ask(Supplier<RequestHeadersSpec<?>> request) {
        try {
            return line.ask(
                    () -> answer(NetworkHttp.call(() -> request.get().retrieve().toEntity(JsonNode.class))), all);
        } catch (InstagramRefusal refusal) {
            if (refusal.isOfToken()) {
                troubles.note(Channel.INSTAGRAM, Troubles.Kind.REFUSED, refusal.getMessage());
                throw ReplyWaits.forNetwork("Instagram не принимает ключ программы", refusal);
            }
            throw refusal;
        }
    }

    private static JsonNode answer(ResponseEntity<JsonNode> answer) {
        JsonNode said = answer.getBody();
        if (said != null && said.path("error").isObject()) {
            throw error(said.path("error"));
        }
        if (answer.getStatusCode().isError()) {
            throw new InstagramRefusal(0, 0, "HTTP " + answer.getStatusCode().value());
        }
        if (said == null) {
            throw new NetworkFailure("Instagram gave an empty answer", false, null);
        }
        return said;
    }

    private static RuntimeException error(JsonNode error) {
        int code = error.path("code").asInt();
        String said = error.path("message").asText();
        String message = "%d: %s".formatted(code, said);
        if (error.path("is_transient").asBoolean()) {
            return new NetworkFailure(message, false, null);
        }
        return switch (code) {
            case 1, 2 -> new NetworkFailure(message, false, null);
            // Limits of the application, the person, the page, the method: each of an hour that slides on.
            case 4, 17, 32, 613 -> new NetworkPause(message, Duration.ofMinutes(15));
            default -> new InstagramRefusal(code, error.path("error_subcode").asInt(), said);
        };
    }
}
