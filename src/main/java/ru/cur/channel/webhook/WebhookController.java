package ru.cur.channel.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.inbox.InboxProperties;
import ru.cur.channel.webhook.Webhook.Accepted;
import ru.cur.channel.webhook.Webhook.Call;
import ru.cur.channel.webhook.Webhook.Forged;
import ru.cur.channel.webhook.Webhook.Reception;
import ru.cur.channel.webhook.Webhook.Unreadable;

/** Takes the calls of all networks: what is acknowledged is stored. */
@RestController
@Hidden
class WebhookController {
    private final Map<Channel, Webhook> webhooks = new EnumMap<>(Channel.class);
    private final Inbox inbox;
    private final WebhookWatch watch;
    private final ObjectReader json;
    private final DataSize maxBody;

    WebhookController(
            List<Webhook> webhooks, Inbox inbox, WebhookWatch watch, ObjectMapper json, InboxProperties limits) {
        webhooks.forEach(webhook -> this.webhooks.put(webhook.channel(), webhook));
        this.inbox = inbox;
        this.watch = watch;
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.maxBody = limits.maxBody();
    }

    @GetMapping("/channels/{channel}/webhook")
    ResponseEntity<String> handshake(
            @PathVariable String channel, @RequestParam Map<String, String> query, HttpServletRequest request) {
        Webhook webhook = find(channel);
        if (webhook == null) {
            return answer(HttpStatus.NOT_FOUND, "not found");
        }
        return webhook.handshake(query)
                .map(answer -> answer(HttpStatus.OK, answer))
                .orElseGet(() -> refuse(webhook.channel(), "handshake", request));
    }

    @PostMapping("/channels/{channel}/webhook")
    ResponseEntity<String> receive(
            @PathVariable String channel,
            @RequestHeader HttpHeaders headers,
            @RequestParam Map<String, String> query,
            HttpServletRequest request)
            throws IOException {
        Webhook webhook = find(channel);
        if (webhook == null) {
            return answer(HttpStatus.NOT_FOUND, "not found");
        }
        if (!webhook.comesFrom(request.getRemoteAddr())) {
            return refuse(webhook.channel(), "foreign address", request);
        }
        byte[] body = request.getInputStream().readNBytes((int) maxBody.toBytes() + 1);
        if (body.length > maxBody.toBytes()) {
            return unreadable(webhook, HttpStatus.PAYLOAD_TOO_LARGE, "the body is too large");
        }
        try {
            String text = decode(body);
            JsonNode said = json.readTree(text);
            return said.isObject()
                    ? take(webhook, webhook.receive(new Call(headers, query, text, said)), request)
                    : unreadable(webhook, HttpStatus.BAD_REQUEST, "the body is no JSON object");
        } catch (CharacterCodingException | JsonProcessingException broken) {
            return unreadable(webhook, HttpStatus.BAD_REQUEST, "the body is no JSON in UTF-8");
        }
    }

    private Webhook find(String channel) {
        return Channel.of(channel).map(webhooks::get).orElse(null);
    }

    /** Jackson would read some broken UTF-8, which the table refuses. */
    private static String decode(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private ResponseEntity<String> take(Webhook webhook, Reception reception, HttpServletRequest request) {
        if (reception instanceof Forged forged) {
            return refuse(webhook.channel(), forged.reason(), request);
        }
        if (reception instanceof Unreadable unreadable) {
            return unreadable(webhook, HttpStatus.BAD_REQUEST, unreadable.reason());
        }
        Accepted accepted = (Accepted) reception;
        int stored = inbox.store(accepted.arrivals());
        watch.accepted(webhook.channel(), stored, accepted.arrivals().size() - stored);
        return answer(HttpStatus.OK, accepted.answer());
    }

    private ResponseEntity<String> refuse(Channel channel, String reason, HttpServletRequest request) {
        watch.forged(channel, reason, request.getRemoteAddr());
        return answer(HttpStatus.FORBIDDEN, "forbidden");
    }

    private ResponseEntity<String> unreadable(Webhook webhook, HttpStatus status, String reason) {
        watch.unreadable(webhook.channel(), reason);
        return answer(status, reason);
    }

    /** The network sends it again. */
    @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
    ResponseEntity<String> onNoDatabase() {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "try again later");
    }

    private static ResponseEntity<String> answer(HttpStatus status, String text) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text);
    }
}
