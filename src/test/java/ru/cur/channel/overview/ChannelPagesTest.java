package ru.cur.channel.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CurTest;
import ru.cur.Http;
import ru.cur.Visitor;

/** «Каналы», and what the program's health says of them. */
@CurTest
class ChannelPagesTest {
    private static final String PAGE = "/channels";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void nothingIsWrong() {
        jdbc.sql("delete from channel_event").update();
        jdbc.sql("delete from channel_trouble").update();
        jdbc.sql("update channel_chore set error = null").update();
        // What other tests have left waiting.
        jdbc.sql("update publication set queued_at = null where state = 'PENDING'")
                .update();
    }

    @Test
    void nobodySeesThemWithoutALogin() {
        assertThat(Http.nobody(port).get(PAGE).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vladivostok", "vladivostokHead", "primvodokanal"})
    void aBodyHasNoBusinessThere(String login) {
        Visitor body = Visitor.following(port, login);
        assertThat(body.get(PAGE).status()).isEqualTo(403);
        assertThat(body.get("/channels/events/1").status()).isEqualTo(403);
        assertThat(body.get("/directory/absences").body()).doesNotContain("href=\"/channels\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "curator", "head", "admin"})
    void whoWorksWithTheStreamOpensEventsAndTriesAgain(String login) {
        long id = failedEvent();
        Visitor person = Visitor.following(port, login);
        assertThat(person.get(PAGE).body())
                .contains("ВКонтакте", "с перебоями", "Есть необработанные события", "Сбой для проверки", "Повторить");
        assertThat(person.get("/channels/events/" + id).body())
                .contains("&quot;text&quot;: &quot;&lt;b&gt;яма&lt;/b&gt;&quot;", "Обработать ещё раз")
                .doesNotContain("<b>яма");
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'PERSONAL_DATA_OPENED' and actor = :login"
                                + " and details like :what")
                        .param("login", login)
                        .param("what", "событие " + id + " %")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(person.submit(PAGE, "/channels/events/" + id + "/again", Map.of())
                        .body())
                .contains("обрабатываем ещё раз");
        assertThat(person.submit(PAGE, "/channels/events/" + id + "/again", Map.of())
                        .body())
                .contains("уже обработано или обрабатывается");
        assertThat(state(id)).isEqualTo("WAITING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "manager", "governor"})
    void theRestOfTheCurOnlyReads(String login) {
        long id = failedEvent();
        Visitor person = Visitor.following(port, login);
        assertThat(person.get(PAGE).body()).contains("с перебоями").doesNotContain("Повторить");
        assertThat(person.get("/channels/events/" + id).status()).isEqualTo(403);
        assertThat(person.submit(PAGE, "/channels/events/" + id + "/again", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(person.submit(PAGE, "/channels/vk/retry", Map.of()).status()).isEqualTo(403);
        assertThat(state(id)).isEqualTo("FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/channels/events/999999999", "/channels/events/первое", "/channels/events/"})
    void whatIsNotThereIsSaidInRussian(String path) {
        assertThat(Visitor.following(port, "operator").get(path).status()).isEqualTo(404);
    }

    @Test
    void anEventThatWasWorkedOnIsSeenOnlyFromItsCase() {
        long id = failedEvent();
        jdbc.sql("update channel_event set state = 'DONE' where id = :id")
                .param("id", id)
                .update();
        assertThat(Visitor.following(port, "operator")
                        .get("/channels/events/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFailingChoreIsSaid() {
        jdbc.sql("insert into channel_chore (name, node, lease_until, next_at, error)"
                        + " values ('vk callback', 'n', now(), now(), 'Сервер Callback API молчит') on conflict (name)"
                        + " do update set error = excluded.error")
                .update();
        assertThat(Visitor.following(port, "curator").get(PAGE).body()).contains("Сервер Callback API молчит");
    }

    @Test
    void healthTellsOfDegradedChannelsAndStaysUp() {
        Http admin = Http.nobody(port).as("admin");
        assertThat(admin.get("/actuator/health/channels").json().path("status").asText())
                .isEqualTo("UP");
        failedEvent();
        assertThat(admin.get("/actuator/health/channels").status()).isEqualTo(200);
        assertThat(admin.get("/actuator/health/channels").json().path("status").asText())
                .isEqualTo("DEGRADED");
        assertThat(admin.get("/actuator/health/channels")
                        .json()
                        .at("/details/vk")
                        .asText())
                .isEqualTo("DEGRADED");
        assertThat(Http.nobody(port).get("/actuator/health/channels").json().has("details"))
                .as("strangers learn no details")
                .isFalse();
        assertThat(Http.nobody(port)
                        .get("/actuator/health/readiness")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("UP");
    }

    private long failedEvent() {
        return jdbc.sql(
                        "insert into channel_event (channel, event_key, conversation, body, received_at, state, next_at, error)"
                                + " values ('vk', gen_random_uuid()::text, 'c', '{\"text\": \"<b>яма</b>\"}', :at, 'FAILED', :at,"
                                + " 'Сбой для проверки') returning id")
                .param("at", Timestamp.from(Instant.parse("2026-11-24T01:00:00Z")))
                .query(Long.class)
                .single();
    }

    private String state(long id) {
        return jdbc.sql("select state from channel_event where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
