package ru.cur.channel.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.webhook.Secrets;
import ru.cur.channel.webhook.Webhook;

/**
 * Calls of Instagram, signed over the body as it came. One call tells of several things, in one of two forms; each becomes an
 * event {@code {"time", "field", "value"}} of its own.
 */
@Component
@InstagramConnected
class InstagramWebhook implements Webhook {
    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final Set<String> FIELDS = Set.of("comments", "live_comments", "mentions");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final Pattern ID = Pattern.compile("\\d{1,30}");

    private final InstagramProperties properties;
    private final ObjectMapper json;

    InstagramWebhook(InstagramProperties properties, ObjectMapper json) {
        this.properties = properties;
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.INSTAGRAM;
    }

    @Override
    public Optional<String> handshake(Map<String, String> query) {
        return Optional.ofNullable(query.get("hub.challenge"))
                .filter(challenge -> CHALLENGE.matcher(challenge).matches())
                .filter(challenge -> "subscribe".equals(query.get("hub.mode")))
                .filter(challenge -> Secrets.same(properties.verifyToken(), query.get("hub.verify_token")));
    }

    @Override
    public Reception receive(Call call) {
        String given = call.headers().getFirst(SIGNATURE);
        if (!Secrets.same(signature(call.body()), given == null ? null : given.toLowerCase(Locale.ROOT))) {
            return new Forged("wrong signature");
        }
        if (!call.text("/object").equals("instagram")
                || !call.json().path("entry").isArray()) {
            return new Unreadable("it is nothing of Instagram");
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (JsonNode entry : call.json().path("entry")) {
            if (entry.path("changes").isArray()) {
                entry.path("changes").forEach(change -> add(arrivals, entry, change));
            } else {
                add(arrivals, entry, entry);
            }
        }
        return new Accepted(arrivals, "ok");
    }

    private void add(List<Arrival> arrivals, JsonNode entry, JsonNode change) {
        String field = change.path("field").asText();
        if (!FIELDS.contains(field)) {
            return;
        }
        JsonNode value = change.path("value");
        ObjectNode event = json.createObjectNode();
        event.set("time", entry.path("time"));
        event.put("field", field);
        event.set("value", value);
        String body = event.toString();
        arrivals.add(new Arrival(Channel.INSTAGRAM, field + ' ' + name(field, value, body), conversation(value), body));
    }

    /** What has no name of its own has that of its content: a person looks at it later. */
    private static String name(String field, JsonNode value, String body) {
        String id = value.path("id").asText();
        String comment = value.path("comment_id").asText();
        String media = value.path("media_id").asText();
        if (!field.equals("mentions") && ID.matcher(id).matches()) {
            return id;
        }
        if (field.equals("mentions")
                && ID.matcher(media).matches()
                && (comment.isEmpty() || ID.matcher(comment).matches())) {
            return (media + ' ' + comment).strip();
        }
        return '#' + DigestUtils.md5DigestAsHex(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String conversation(JsonNode value) {
        String media = value.at("/media/id").asText(value.path("media_id").asText());
        return "media " + (ID.matcher(media).matches() ? media : "");
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(properties.appSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
