package ru.cur.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import ru.cur.channel.Channel;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.channel.network.NetworkHttp;
import ru.cur.channel.network.NetworkLine;
import ru.cur.channel.network.NetworkLine.Lane;
import ru.cur.channel.network.NetworkPause;
import ru.cur.channel.network.Networks;

/** Calls of the Bot API. Its token is a part of each address, so addresses get it on the last step, past all messages of failures. */
class TelegramApi {
    private static final Lane OVERALL = Lane.perSecond("all", 30);
    private static final Duration UNNAMED_PAUSE = Duration.ofSeconds(5);
    private static final String TOKEN = "/bot-token/";

    private final RestClient client;
    private final NetworkLine line;
    private final ObjectMapper json;

    TelegramApi(TelegramProperties settings, Networks networks, ObjectMapper json) {
        this.client = NetworkHttp.client(settings.apiUrl(), settings.proxy(), null)
                .requestInterceptor(signing(settings.token()))
                .build();
        this.line = networks.line(Channel.TELEGRAM);
        this.json = json;
    }

    /**
     * Calls a method.
     *
     * @param parameters that become JSON
     * @param lanes whose turn must come first, besides that of all calls
     * @return its {@code result}
     * @throws TelegramRefusal when Telegram refuses it
     */
    JsonNode ask(String method, Map<String, ?> parameters, Lane... lanes) {
        return line.ask(
                () -> call(client.post()
                        .uri(TOKEN + method)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(parameters)),
                with(lanes));
    }

    /**
     * The same with files. Where Telegram is throttled, files fail long before words do: that they fail must not open the circuit
     * breaker, which would hold back answers.
     *
     * @throws IllegalStateException when they have not got there, or nobody knows; the message has no secrets
     */
    JsonNode upload(String method, MultiValueMap<String, ?> parts, Lane... lanes) {
        return line.ask(
                () -> {
                    try {
                        return call(client.post()
                                .uri(TOKEN + method)
                                .contentType(MediaType.MULTIPART_FORM_DATA)
                                .body(parts));
                    } catch (NetworkFailure slow) {
                        throw new IllegalStateException(slow.getMessage());
                    }
                },
                with(lanes));
    }

    private static Lane[] with(Lane... lanes) {
        return Stream.concat(Stream.of(OVERALL), Stream.of(lanes)).toArray(Lane[]::new);
    }

    private JsonNode call(RestClient.RequestHeadersSpec<?> request) {
        return result(NetworkHttp.call(
                () -> request.exchange((asked, answered) -> ResponseEntity.status(answered.getStatusCode())
                        .body(answered.getBody().readAllBytes()))));
    }

    /**
     * A file that people have sent. It goes past the circuit breaker as well.
     *
     * @param path as {@code getFile} has named it
     * @param most so many bytes are read
     */
    byte[] download(String path, long most) {
        ResponseEntity<byte[]> answer = NetworkHttp.call(() -> client.get()
                .uri(address -> address.path("/file" + TOKEN + path).build())
                .exchange((asked, answered) -> ResponseEntity.status(answered.getStatusCode())
                        .body(answered.getBody().readNBytes((int) most))));
        if (answer.getStatusCode().value() != 200) {
            throw new NetworkFailure("HTTP " + answer.getStatusCode().value(), true, null);
        }
        return answer.getBody();
    }

    private JsonNode result(ResponseEntity<byte[]> answer) {
        JsonNode said = read(answer);
        if (said.path("ok").asBoolean() && said.has("result")) {
            return said.get("result");
        }
        int code = said.path("error_code").asInt(answer.getStatusCode().value());
        String description = said.path("description").asText("без объяснения");
        if (code == 429) {
            int seconds = said.at("/parameters/retry_after").asInt();
            throw new NetworkPause(description, seconds > 0 ? Duration.ofSeconds(seconds) : UNNAMED_PAUSE);
        }
        // A token that is refused is the operator's to mend; answers wait until then.
        if (code == 401 || code == 404) {
            throw new NetworkFailure(code + " " + description + ": проверьте ключ бота", true, null);
        }
        if (code < 400 || code >= 500) {
            throw new NetworkFailure(code + " " + description, false, null);
        }
        throw new TelegramRefusal(code, description);
    }

    private JsonNode read(ResponseEntity<byte[]> answer) {
        try {
            JsonNode said = json.readTree(new String(answer.getBody(), StandardCharsets.UTF_8));
            if (said.isObject()) {
                return said;
            }
        } catch (JsonProcessingException foreign) {
            // Told below: it may quote the answer.
        }
        boolean stoppedOnTheWay = answer.getStatusCode().is4xxClientError();
        throw new NetworkFailure("HTTP " + answer.getStatusCode().value() + " without JSON", stoppedOnTheWay, null);
    }

    private static ClientHttpRequestInterceptor signing(String token) {
        return (request, body, execution) -> execution.execute(new Signed(request, "/bot" + token + "/"), body);
    }

    /** A request whose address has the token. */
    private static final class Signed extends HttpRequestWrapper {
        private final String token;

        Signed(HttpRequest request, String token) {
            super(request);
            this.token = token;
        }

        @Override
        public URI getURI() {
            return URI.create(super.getURI().toString().replace(TOKEN, token));
        }
    }
}
