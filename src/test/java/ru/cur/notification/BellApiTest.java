package ru.cur.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CurTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.Visitor;

@CurTest
class BellApiTest {
    private static final String BELL = "/api/notifications";
    private static final String READ = "/api/notifications/read";
    private static final String JSON = "application/json";

    @LocalServerPort
    private int port;

    @Autowired
    private Notifications notifications;

    @Autowired
    private JdbcClient jdbc;

    private Http http;

    @BeforeEach
    void tellTheHeadTwice() {
        http = Http.nobody(port);
        jdbc.sql("delete from notification").update();
        tell("first", "head", "curator");
        tell("second", "head");
    }

    private void tell(String what, String... recipients) {
        notifications.add(new Notice(
                what, null, Set.of(recipients), true, 0, "escalation-level", Map.of("levelTitle", "Уровень " + what)));
    }

    @Test
    void everybodySeesHisOwnNewestFirst() {
        assertThat(bell("head").findValuesAsText("subject")).containsExactly("Уровень second", "Уровень first");
        assertThat(bell("curator").findValuesAsText("subject")).containsExactly("Уровень first");
        for (String other : new String[] {"admin", "operator", "vladivostok", "governor"}) {
            assertThat(bell(other).get("notifications")).isEmpty();
            assertThat(bell(other).get("unread").asInt()).isZero();
        }
        assertThat(http.get(BELL).status()).isEqualTo(401);
    }

    @Test
    void readIsWhatOneHasSeenOfHisOwn() {
        JsonNode seen = bell("head").get("notifications").get(1);
        tell("third", "head");
        assertThat(http.as("head")
                        .post(READ, Map.of("upTo", seen.get("id").asLong()))
                        .status())
                .isEqualTo(204);

        assertThat(bell("head").get("unread").asInt()).isEqualTo(2);
        assertThat(bell("head").get("notifications")).hasSize(3);
        assertThat(http.as("head").get(BELL + "?unread=true").json().findValuesAsText("subject"))
                .containsExactly("Уровень third", "Уровень second");
        assertThat(bell("curator").get("unread").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyReadsForAnother() {
        assertThat(http.as("operator")
                        .post(READ, Map.of("upTo", Long.MAX_VALUE))
                        .status())
                .isEqualTo(204);
        assertThat(bell("head").get("unread").asInt()).isEqualTo(2);
    }

    @Test
    void badRequestsChangeNothing() {
        for (String bad : new String[] {"", "{}", "[]", "{\"upTo\": \"x\"}", "{\"upTo\": 0}", "{\"upTo\": -1}"}) {
            assertThat(http.as("head").post(READ, bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(http.as("head").get(BELL + "?unread=maybe").status()).isEqualTo(400);
        assertThat(bell("head").get("unread").asInt()).isEqualTo(2);
    }

    @Test
    void aSessionNeedsItsToken() {
        Visitor visitor = Visitor.following(port, "head");
        String newest = "{\"upTo\": %d}"
                .formatted(visitor.get(BELL)
                        .json()
                        .get("notifications")
                        .get(0)
                        .get("id")
                        .asLong());
        assertThat(visitor.post(READ, newest, "Content-Type", JSON).status()).isEqualTo(403);
        assertThat(bell("head").get("unread").asInt()).isEqualTo(2);

        Answer token = visitor.get("/api/csrf");
        assertThat(token.header("Cache-Control")).contains("no-store");
        assertThat(visitor.post(
                                READ,
                                newest,
                                "Content-Type",
                                JSON,
                                token.json().get("header").asText(),
                                token.json().get("token").asText())
                        .status())
                .isEqualTo(204);
        assertThat(bell("head").get("unread").asInt()).isZero();
        assertThat(http.get("/api/csrf").status()).isEqualTo(401);
    }

    private JsonNode bell(String login) {
        return http.as(login).get(BELL).json();
    }
}
