package ru.cur.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
import ru.cur.channel.inbox.InboxWork;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.Connection;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyPublisher.Place;

/** MAX, Odnoklassniki and Instagram call the whole program. */
@CurTest
class ConnectedNetworksTest {
    private static final String MAX = "/channels/max/webhook";
    private static final String OK = "/channels/ok/webhook?secret=ok-secret";
    private static final String INSTAGRAM = "/channels/instagram/webhook";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private InboxWork work;

    @Autowired
    private List<ReplyPublisher> publishers;

    @Autowired
    private List<Connection> connections;

    @Autowired
    private List<Chore> chores;

    private final String id = UUID.randomUUID().toString();
    private Http http;

    @BeforeEach
    void connect() {
        http = Http.nobody(port);
        jdbc.sql("delete from channel_event").update();
        jdbc.sql("delete from channel_trouble").update();
    }

    @Test
    void eachIsOnWithAllThatBelongsToIt() {
        assertThat(connections).extracting(Connection::channel).contains(Channel.MAX, Channel.OK, Channel.INSTAGRAM);
        assertThat(chores).extracting(Chore::name).contains("max subscription", "ok subscription", "ok comments");
    }

    @ParameterizedTest
    @CsvSource({
        "max, mid.a1, chat:-5, MaxReplyPublisher",
        "ok, mid:C3ec.15ce, chat:C3ec, OkChatPublisher",
        "ok, comment:6500:MTcz, GROUP_TOPIC:6500, OkCommentPublisher",
        "instagram, 17900, comment:18000:17900, InstagramReplyPublisher",
        "max, из-рук-12, , FeedReplyPublisher",
        "ok, из-рук-12, , FeedReplyPublisher"
    })
    void itsOwnMessagesAreAnsweredByItAndOthersAsBefore(
            String channel, String message, String thread, String publisher) {
        Place place = new Place(channel, message, "77", thread);
        assertThat(publishers.stream().filter(each -> each.serves(place)).findFirst())
                .map(each -> each.getClass().getSimpleName())
                .contains(publisher);
    }

    @Test
    void aMessageThatComesSeveralTimesIsOneCase() {
        for (int i = 0; i < 5; i++) {
            Answer answer = toMax(written("message_created", 1_000, "Нет света"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok");
        }
        assertThat(events("max")).isEqualTo(1);
        work.workAll();
        work.workAll();
        assertThat(texts("max", "mid." + id)).containsExactly("Нет света");
    }

    @Test
    void theLatestVersionHoldsInWhateverOrderTheyCome() {
        toMax(written("message_edited", 3_000, "Нет света и воды"));
        toMax(written("message_edited", 2_000, "Нет света."));
        toMax(written("message_created", 1_000, "Нет света"));
        work.workAll();
        assertThat(jdbc.sql("select versions.text from (select text, version_at from message where external_id = :id"
                                + " union all select edit.text, edit.version_at from message_edit edit"
                                + " join message on message.id = edit.message_id where external_id = :id) versions"
                                + " order by version_at desc")
                        .param("id", "mid." + id)
                        .query(String.class)
                        .list())
                .startsWith("Нет света и воды")
                .hasSize(3);
        assertThat(cases("mid." + id)).isEqualTo(1);
    }

    @Test
    void whatWasDeletedBeforeItCameIsMarked() {
        toMax(
                "{\"update_type\":\"message_removed\",\"timestamp\":2000,\"message_id\":\"mid.%s\",\"chat_id\":-5,\"user_id\":77}"
                        .formatted(id));
        toMax(written("message_created", 1_000, "Нет света"));
        work.workAll();
        assertThat(jdbc.sql(
                                "select original_deleted_at is not null from incident join message on incident.id = incident_id"
                                        + " where external_id = ?")
                        .param("mid." + id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aCommentIsReadWithThePostThatItIsAbout() {
        toMax("""
                {"update_type":"message_created","timestamp":1,"message":{"url":"https://max.ru/prim/%1$s",
                 "recipient":{"chat_id":42,"chat_type":"channel"},"timestamp":1,"body":{"mid":"mid.p-%1$s","text":"Отключат воду"}}}""".formatted(id));
        toMax("""
                {"update_type":"comment_created","timestamp":2,"message":{"sender":{"user_id":77,"first_name":"Анна","is_bot":false},
                 "recipient":{"chat_id":42,"chat_type":"channel","post_id":"mid.p-%1$s"},"timestamp":2,
                 "body":{"mid":"mid.c-%1$s","text":"А когда дадут?"}}}""".formatted(id));
        work.workAll();
        assertThat(jdbc.sql("select post_text || ' ' || post_permalink from message where external_id = ?")
                        .param("mid.c-" + id)
                        .query(String.class)
                        .single())
                .isEqualTo("Отключат воду https://max.ru/prim/" + id);
    }

    @Test
    void forgeriesAreRefusedCountedAndAudited() {
        long audited = audited();
        assertThat(http.post(MAX, written("message_created", 1, "x"), "X-Max-Bot-Api-Secret", "wrong")
                        .status())
                .isEqualTo(403);
        assertThat(http.post("/channels/ok/webhook", "{}").status()).isEqualTo(403);
        assertThat(http.post("/channels/ok/webhook?secret=wrong", "{}").status())
                .isEqualTo(403);
        assertThat(http.post(INSTAGRAM, "{}", "X-Hub-Signature-256", "sha256=00")
                        .status())
                .isEqualTo(403);
        assertThat(http.get(INSTAGRAM + "?hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1")
                        .status())
                .isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from channel_trouble where kind = 'FORGED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(audited() - audited).isEqualTo(5);
        assertThat(jdbc.sql("select count(*) from channel_event")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "{\"update_type\":", "{} {}", "{}"})
    void whatIsNoEventIsRefusedAndNothingIsStored(String body) {
        assertThat(toMax(body).status()).isEqualTo(400);
        assertThat(http.post(OK, body).status()).isEqualTo(400);
        assertThat(events("max") + events("ok")).isZero();
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThat(toMax(written("message_created", 1, "я".repeat(300_000))).status())
                .isEqualTo(413);
        assertThat(events("max")).isZero();
    }

    @Test
    void aMessageToTheGroupIsACase() {
        String message = "mid:C3." + id;
        Answer answer = http.post(OK, """
                {"sender":{"user_id":"user:123456789012"},"recipient":{"chat_id":"chat:C3ecb9d02a600"},
                 "message":{"text":"Нет воды","seq":98211023614189660,"mid":"%s"},"timestamp":1498581292941}""".formatted(message));
        assertThat(answer.status()).isEqualTo(200);
        work.workAll();
        assertThat(texts("ok", message)).containsExactly("Нет воды");
        assertThat(jdbc.sql("select count(*) from channel_event where body like '%ok-secret%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void instagramIsAnsweredWhenItMakesSureOfOurAddress() {
        Answer answer = http.get(INSTAGRAM + "?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=1158201444");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1158201444");
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
    }

    @Test
    void aSignedCallWithCommentsInBothFormsIsSeveralCases() throws GeneralSecurityException {
        String one = String.valueOf(System.nanoTime());
        String other = one + "1";
        String body = """
                {"object":"instagram","entry":[
                 {"id":"17841400000000001","time":1732413600,"field":"comments","value":{"id":"%s","from":{"id":"232","username":"anna"},
                  "text":"Нет воды","media":{"id":"18000","media_product_type":"FEED"}}},
                 {"id":"17841400000000001","time":1732413601,"changes":[{"field":"comments","value":{"id":"%s",
                  "from":{"id":"233","username":"boris"},"text":"Нет света","media":{"id":"18000","media_product_type":"FEED"}}}]}]}""".formatted(one, other);
        for (int i = 0; i < 2; i++) {
            assertThat(http.post(INSTAGRAM, body, "X-Hub-Signature-256", "sha256=" + hmac(body))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(events("instagram")).isEqualTo(2);
        work.workAll();
        assertThat(texts("instagram", one)).containsExactly("Нет воды");
        assertThat(texts("instagram", other)).containsExactly("Нет света");
    }

    private Answer toMax(String body) {
        return http.post(MAX, body, "X-Max-Bot-Api-Secret", "max-secret");
    }

    private String written(String type, long at, String text) {
        return """
                {"update_type":"%s","timestamp":%d,"message":{"sender":{"user_id":77,"first_name":"Анна","is_bot":false},
                 "recipient":{"chat_id":-5,"chat_type":"chat"},"timestamp":1000,"body":{"mid":"mid.%s","seq":1,"text":"%s"}}}""".formatted(type, at, id, text);
    }

    private static String hmac(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("app-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private int events(String channel) {
        return jdbc.sql("select count(*) from channel_event where channel = ?")
                .param(channel)
                .query(Integer.class)
                .single();
    }

    private int cases(String externalId) {
        return jdbc.sql("select count(distinct incident_id) from message where external_id = ?")
                .param(externalId)
                .query(Integer.class)
                .single();
    }

    private List<String> texts(String channel, String externalId) {
        return jdbc.sql("select text from message where channel = :channel and external_id = :id")
                .params(Map.of("channel", channel, "id", externalId))
                .query(String.class)
                .list();
    }

    private long audited() {
        return jdbc.sql("select count(*) from audit_event where actor like 'channel %'")
                .query(Long.class)
                .single();
    }
}
