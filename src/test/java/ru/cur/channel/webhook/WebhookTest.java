package ru.cur.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CurTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.inbox.InboxWork;
import ru.cur.channel.inbox.StoredEvent;

/** The door of the networks over HTTP: who is let in, what is kept, what is refused. */
@CurTest
class WebhookTest {
    private static final String DOOR = "/channels/vk/webhook";

    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private InboxWork work;

    @Autowired
    private JdbcClient jdbc;

    private Http network;

    @BeforeEach
    void connect() {
        network = Http.nobody(port);
        jdbc.sql("delete from channel_event").update();
    }

    @Test
    void whatIsAcknowledgedIsStored() {
        String key = UUID.randomUUID().toString();
        Answer answer = network.post(DOOR, event(key, "wall_reply_new", comment(1, "Яма")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok");
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(stored()).containsExactly(key);
        assertThat(network.post(DOOR, event(key, "wall_reply_new", comment(1, "Яма")))
                        .body())
                .as("the same again")
                .isEqualTo("ok");
        assertThat(stored()).containsExactly(key);
    }

    @Test
    void theAddressIsConfirmed() {
        Answer answer = network.post(DOOR, Map.of("type", "confirmation", "group_id", 25));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("demo-confirmation");
        assertThat(stored()).isEmpty();
    }

    @Test
    void aForgeryIsRefusedCountedAndWrittenDown() {
        double before = forged();
        int audited = audited();
        Answer answer = network.post(
                DOOR, event("k", "wall_reply_new", comment(1, "Яма")).replace("demo-secret", "guess"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(stored()).isEmpty();
        assertThat(forged()).isEqualTo(before + 1);
        assertThat(audited()).isEqualTo(audited + 1);
        assertThat(jdbc.sql("select details from channel_trouble where channel = 'vk' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("wrong secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"ok\"", "null", "{} {}", "ok", "<xml/>"})
    void whatIsNoJsonObjectIsRefused(String body) {
        assertThat(network.post(DOOR, body).status()).isEqualTo(400);
        assertThat(stored()).isEmpty();
    }

    @Test
    void brokenUtf8IsRefused() throws Exception {
        byte[] body = event("k", "wall_reply_new", comment(1, "Яма")).getBytes(StandardCharsets.UTF_8);
        body[body.length - 12] = (byte) 0xFF;
        java.net.http.HttpResponse<String> answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + DOOR))
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThat(network.post(DOOR, event("k", "wall_reply_new", comment(1, "я".repeat(400_000))))
                        .status())
                .isEqualTo(413);
        assertThat(stored()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/channels/icq/webhook, 404", "/channels/phone/webhook, 404"})
    void whereNobodyListensNothingIsThere(String path, int status) {
        assertThat(network.post(path, "{}").status()).isEqualTo(status);
        assertThat(network.get(path).status()).isEqualTo(status);
    }

    @Test
    void vkAsksNothingByGet() {
        assertThat(network.get(DOOR).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ноль \\u0000 внутри", "половина \\ud83d пары", "\\ud83d\\ude00"})
    void charactersThatNoTableHoldsDoNotStopTheMessage(String escaped) {
        network.post(DOOR, event("k1", "wall_reply_new", comment(7001, escaped)));
        work.workAll();
        assertThat(jdbc.sql("select state from channel_event")
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
        jdbc.sql("update message set external_id = 'gone' || id where external_id = 'wall-25_77_r7001'")
                .update();
    }

    @Test
    void whatNobodyUnderstandsIsKeptForAPerson() {
        network.post(DOOR, event("k1", "wall_reply_new", "{}"));
        network.post(DOOR, event("k2", "group_join", "{\"user_id\": 1}"));
        work.workAll();
        assertThat(inbox.failed(10)).singleElement().satisfies(event -> {
            assertThat(event.key()).isEqualTo("k1");
            assertThat(event.error()).isEqualTo("В событии ВКонтакте нет номера комментария");
            assertThat(event.body()).contains("***").doesNotContain("demo-secret");
        });
        StoredEvent failed = inbox.failed(10).get(0);
        assertThat(inbox.again(failed.id())).isTrue();
        assertThat(inbox.again(failed.id())).isFalse();
        work.workAll();
        assertThat(inbox.find(failed.id()).orElseThrow().isFailed()).isTrue();
    }

    private List<String> stored() {
        return jdbc.sql("select event_key from channel_event order by id")
                .query(String.class)
                .list();
    }

    private int audited() {
        return jdbc.sql("select count(*) from audit_event where actor = 'channel vk' and kind = 'ACCESS_REFUSED'")
                .query(Integer.class)
                .single();
    }

    private double forged() {
        Answer metric =
                network.as("admin").get("/actuator/metrics/cur.channel.events?tag=channel:vk&tag=outcome:forged");
        return metric.status() == 404
                ? 0
                : metric.json().path("measurements").path(0).path("value").asDouble();
    }

    private static String comment(long id, String text) {
        return """
                {"id":%d,"from_id":555001,"post_id":77,"owner_id":-25,"post_owner_id":-25,"parents_stack":[],
                 "date":1732413600,"text":"%s","attachments":[]}""".formatted(id, text);
    }

    private static String event(String key, String type, String object) {
        return """
                {"type":"%s","event_id":"%s","v":"5.199","group_id":25,"secret":"demo-secret","object":%s}""".formatted(type, key, object);
    }
}
