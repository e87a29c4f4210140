package ru.cur.channel.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.webhook.Webhook.Accepted;
import ru.cur.channel.webhook.Webhook.Call;
import ru.cur.channel.webhook.Webhook.Forged;
import ru.cur.channel.webhook.Webhook.Reception;
import ru.cur.channel.webhook.Webhook.Unreadable;

class InstagramWebhookTest {
    private static final String COMMENT =
            "{\"object\":\"instagram\",\"entry\":[{\"id\":\"17841\",\"time\":1732413600,\"field\":\"comments\",\"value\":"
                    + "{\"id\":\"17900\",\"from\":{\"id\":\"232\",\"username\":\"anna\"},\"text\":\"Нет воды\","
                    + "\"media\":{\"id\":\"18000\",\"media_product_type\":\"FEED\"}}}]}";
    /** Computed by {@code openssl dgst -sha256 -hmac app-secret}. */
    private static final String SIGNATURE = "a06017b302f01b449125fc28d901017334e0e4147814a15b79ea68b0d4388039";

    private final InstagramWebhook webhook =
            new InstagramWebhook(InstagramTestSettings.at("http://localhost:1"), new ObjectMapper());

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "sha256=", "sha256=00", SIGNATURE, "sha1=" + SIGNATURE})
    void whoSignsWronglyIsAForger(String signature) {
        assertThat(receive(COMMENT, signature)).isEqualTo(new Forged("wrong signature"));
    }

    @Test
    void aSignatureIsOverTheBodyAsItCame() {
        assertThat(receive(COMMENT, "sha256=" + SIGNATURE)).isInstanceOf(Accepted.class);
        assertThat(receive(COMMENT + " ", "sha256=" + SIGNATURE)).isInstanceOf(Forged.class);
    }

    @Test
    void anEventTellsOfOneThingWithItsMoment() {
        Arrival arrival = accepted(COMMENT).get(0);
        assertThat(arrival.key()).isEqualTo("comments 17900");
        assertThat(arrival.conversation()).isEqualTo("media 18000");
        assertThat(arrival.body())
                .isEqualTo(
                        "{\"time\":1732413600,\"field\":\"comments\",\"value\":{\"id\":\"17900\",\"from\":{\"id\":\"232\","
                                + "\"username\":\"anna\"},\"text\":\"Нет воды\",\"media\":{\"id\":\"18000\",\"media_product_type\":\"FEED\"}}}");
    }

    @Test
    void bothFormsTellTheSame() {
        String nested = COMMENT.replace("\"field\"", "\"changes\":[{\"field\"").replace("}}}]}", "}}}]}]}");
        assertThat(accepted(nested)).isEqualTo(accepted(COMMENT));
    }

    @Test
    void oneCallTellsOfManyThings() {
        String many = """
                {"object":"instagram","entry":[
                 {"time":1,"changes":[{"field":"comments","value":{"id":"1","media":{"id":"9"}}},
                                      {"field":"live_comments","value":{"id":"2","media":{"id":"9"}}},
                                      {"field":"story_insights","value":{"media_id":"9"}}]},
                 {"time":2,"changes":[{"field":"mentions","value":{"media_id":"8","comment_id":"3"}}]},
                 {"time":3,"field":"mentions","value":{"media_id":"7"}}]}""";
        assertThat(accepted(many))
                .extracting(Arrival::key)
                .containsExactly("comments 1", "live_comments 2", "mentions 8 3", "mentions 7");
        assertThat(accepted(many))
                .extracting(Arrival::conversation)
                .containsExactly("media 9", "media 9", "media 8", "media 7");
    }

    @Test
    void whatHasNoNameIsNamedByItsContent() {
        String nameless =
                "{\"object\":\"instagram\",\"entry\":[{\"time\":1,\"field\":\"comments\",\"value\":{\"text\":\"%s\"}}]}";
        assertThat(accepted(nameless.formatted("a")).get(0).key())
                .startsWith("comments #")
                .isEqualTo(accepted(nameless.formatted("a")).get(0).key())
                .isNotEqualTo(accepted(nameless.formatted("b")).get(0).key());
        String odd = "{\"object\":\"instagram\",\"entry\":[{\"field\":\"mentions\",\"value\":{\"media_id\":\"%s\"}}]}"
                .formatted("x".repeat(900));
        assertThat(accepted(odd).get(0).key()).startsWith("mentions #");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'object':'page','entry':[]}", "{'object':'instagram','entry':{}}"})
    void whatIsNothingOfInstagramIsUnreadable(String json) {
        assertThat(signed(json.replace('\'', '"'))).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "subscribe, verify-me, 1158201444, true",
        "subscribe, verify-m, 1158201444, false",
        "unsubscribe, verify-me, 1158201444, false",
        "subscribe, verify-me, <script>, false",
        "subscribe, verify-me, , false",
        ", verify-me, 1158201444, false",
        "subscribe, , 1158201444, false"
    })
    void theChallengeIsEchoedToWhoKnowsTheToken(String mode, String token, String challenge, boolean echoed) {
        Map<String, String> query = new HashMap<>();
        query.put("hub.mode", mode);
        query.put("hub.verify_token", token);
        query.put("hub.challenge", challenge);
        assertThat(webhook.handshake(query).filter(answer -> answer.equals(challenge)))
                .matches(answer -> answer.isPresent() == echoed);
    }

    private List<Arrival> accepted(String json) {
        return ((Accepted) signed(json)).arrivals();
    }

    private Reception signed(String json) {
        return receive(json, "SHA256=" + hmac(json).toUpperCase(Locale.ROOT));
    }

    private static String hmac(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("app-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Reception receive(String json, String signature) {
        HttpHeaders headers = new HttpHeaders();
        if (signature != null) {
            headers.set("X-Hub-Signature-256", signature);
        }
        try {
            return webhook.receive(new Call(headers, Map.of(), json, new ObjectMapper().readTree(json)));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
