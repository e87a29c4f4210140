package ru.cur.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

/** Asks Odnoklassniki and tells their errors apart, which are the same in both of their interfaces. */
@Component
@OkConnected
class OkLine {
    private final NetworkLine line;
    private final Troubles troubles;
    private final RestClient client;
    private final Lane all;

    OkLine(OkProperties properties, Networks networks, Troubles troubles) {
        this.line = networks.line(Channel.OK);
        this.troubles = troubles;
        this.client = NetworkHttp.client(properties.apiUrl(), null, null)
                .defaultStatusHandler(OkLine::isRefusal, (request, refused) -> {})
                .build();
        this.all = Lane.perSecond("all", properties.callsPerSecond());
    }

    private static boolean isRefusal(HttpStatusCode status) {
        return status.is4xxClientError() && status.value() != 429;
    }

    RestClient client() {
        return client;
    }

    /**
     * Sends a request.
     *
     * @throws OkRefusal when it is refused for good
     * @throws ReplyWaits when our keys are not accepted, too
     * @throws RuntimeException as {@link NetworkLine#ask}
     */
    JsonNode ask(Supplier<RequestHeadersSpec<?>> request, Lane... lanes) {
        try {
            return line.ask(
                    () -> answer(NetworkHttp.call(() -> request.get().retrieve().toEntity(JsonNode.class))),
                    Stream.concat(Stream.of(all), Stream.of(lanes)).toArray(Lane[]::new));
        } catch (OkRefusal refusal) {
            if (isOfKeys(refusal)) {
                troubles.note(Channel.OK, Troubles.Kind.REFUSED, refusal.getMessage());
                throw ReplyWaits.forNetwork("Одноклассники не принимают ключи программы", refusal);
            }
            throw refusal;
        }
    }

    private static JsonNode answer(ResponseEntity<JsonNode> answer) {
        JsonNode said = answer.getBody();
        if (said != null && said.has("error_code")) {
            throw error(said.path("error_code").asInt(), said.path("error_msg").asText());
        }
        if (answer.getStatusCode().isError()) {
            throw new OkRefusal(0, "HTTP " + answer.getStatusCode().value());
        }
        if (said == null) {
            throw new NetworkFailure("Odnoklassniki gave an empty answer", false, null);
        }
        return said;
    }

    private static RuntimeException error(int code, String said) {
        String message = "%d: %s".formatted(code, said);
        return switch (code) {
            // Unknown, out of service, lost on the way, broken.
            case 1, 2, 30, 31, 9999 -> new NetworkFailure(message, false, null);
            case 7 -> new NetworkPause(message, Duration.ofMinutes(10));
            case 8 -> new NetworkPause(message, Duration.ofMinutes(1));
            case 11, 26 -> new NetworkPause(message, Duration.ofHours(1));
            default -> new OkRefusal(code, said);
        };
    }

    /** Address blocked, key of the application, session, signature, application disabled, account to be verified. */
    private static boolean isOfKeys(OkRefusal refusal) {
        return switch (refusal.code()) {
            case 9, 101, 102, 103, 104, 105, 210, 453, 457, 514 -> true;
            default -> false;
        };
    }
}
