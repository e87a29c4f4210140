package ru.cur.channel.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import ru.cur.channel.Channel;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.channel.network.NetworkHttp;
import ru.cur.channel.network.NetworkLine;
import ru.cur.channel.network.NetworkLine.Lane;
import ru.cur.channel.network.Networks;
import ru.cur.channel.network.Troubles;
import ru.cur.reply.ReplyFile;
import ru.cur.reply.ReplyWaits;

/**
 * Calls methods of MAX. The only client library for Java that is published asks for Java 21.
 *
 * <p>Each method throws what {@link NetworkLine#ask} throws, {@link MaxRefusal} when MAX refuses for good, and {@link ReplyWaits}
 * when it does not accept our token.
 */
@Component
@MaxConnected
class MaxApi {
    /** Most messages that MAX gives at once. */
    static final int PAGE = 100;

    private final NetworkLine line;
    private final Troubles troubles;
    private final RestClient client;
    private final RestClient uploads;
    private final Lane all;
    private final double chatCallsPerSecond;

    MaxApi(MaxProperties properties, Networks networks, Troubles troubles) {
        this.line = networks.line(Channel.MAX);
        this.troubles = troubles;
        this.client = client(properties)
                .defaultHeader(HttpHeaders.AUTHORIZATION, properties.token())
                .build();
        this.uploads = client(properties).build();
        this.all = Lane.perSecond("all", properties.callsPerSecond());
        this.chatCallsPerSecond = properties.chatCallsPerSecond();
    }

    private static RestClient.Builder client(MaxProperties properties) {
        return NetworkHttp.client(properties.apiUrl(), null, MaxCertificates.with(properties.certificates()))
                .defaultStatusHandler(MaxApi::isRefusal, (request, refused) -> {});
    }

    private static boolean isRefusal(HttpStatusCode status) {
        return status.is4xxClientError() && status.value() != 429;
    }

    JsonNode subscriptions() {
        return ask(() -> client.get().uri("/subscriptions"), all);
    }

    JsonNode subscribe(String url, List<String> types, String secret) {
        return ask(
                () -> client.post()
                        .uri("/subscriptions")
                        .body(Map.of("url", url, "update_types", types, "secret", secret)),
                all);
    }

    /** Writes into a chat or dialog, or under a post. */
    JsonNode send(MaxPlace place, Map<String, Object> message) {
        return ask(
                () -> place.kind() == MaxPlace.Kind.POST
                        ? client.post()
                                .uri("/messages/{post}/comments", place.id())
                                .body(message)
                        : client.post()
                                .uri("/messages?chat_id={chat}", place.id())
                                .body(message),
                all,
                Lane.perSecond(place.toString(), chatCallsPerSecond));
    }

    /** Writes to a person, if he has begun a dialog with the bot. */
    JsonNode sendTo(String user, Map<String, Object> message) {
        return ask(
                () -> client.post().uri("/messages?user_id={user}", user).body(message),
                all,
                Lane.perSecond("user:" + user, chatCallsPerSecond));
    }

    /** The last {@value #PAGE} messages there: those of a chat the newest first, comments in no certain order. */
    JsonNode latest(MaxPlace place) {
        return ask(
                () -> place.kind() == MaxPlace.Kind.POST
                        ? client.get().uri("/messages/{post}/comments?count={count}", place.id(), PAGE)
                        : client.get().uri("/messages?chat_id={chat}&count={count}", place.id(), PAGE),
                all);
    }

    /** Uploads a picture. @return what a message says to show it */
    Map<String, Object> picture(ReplyFile file) {
        JsonNode where = ask(() -> client.post().uri("/uploads?type=image"), all);
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("data", new NamedContent(file));
        URI address = URI.create(where.path("url").asText());
        if (!address.isAbsolute()) {
            throw new NetworkFailure("MAX named no address for a picture", false, null);
        }
        JsonNode taken = ask(
                () -> uploads.post()
                        .uri(address)
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(form),
                all);
        return Map.of("type", "image", "payload", taken);
    }

    private JsonNode ask(Supplier<RequestHeadersSpec<?>> request, Lane... lanes) {
        try {
            return line.ask(
                    () -> answer(NetworkHttp.call(() -> request.get().retrieve().toEntity(JsonNode.class))), lanes);
        } catch (MaxRefusal refusal) {
            if (refusal.isOfToken()) {
                troubles.note(Channel.MAX, Troubles.Kind.REFUSED, refusal.getMessage());
                throw ReplyWaits.forNetwork("MAX не принимает ключ бота", refusal);
            }
            throw refusal;
        }
    }

    private static JsonNode answer(ResponseEntity<JsonNode> answer) {
        JsonNode said = answer.getBody();
        if (answer.getStatusCode().isError()) {
            throw new MaxRefusal(answer.getStatusCode().value(), text(said, "code"), text(said, "message"));
        }
        if (said == null) {
            throw new NetworkFailure("MAX gave an empty answer", false, null);
        }
        return said;
    }

    private static String text(JsonNode said, String field) {
        return said == null ? "" : said.path(field).asText();
    }

    /** The form names the file. */
    private static final class NamedContent extends ByteArrayResource {
        private final String name;

        NamedContent(ReplyFile file) {
            super(bytes(file));
            this.name = file.name();
        }

        private static byte[] bytes(ReplyFile file) {
            try (InputStream content = file.content().get()) {
                return content.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String getFilename() {
            return name;
        }
    }
}
