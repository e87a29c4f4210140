package ru.cur.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.answered;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.Visitor;
import ru.cur.reply.ReplyRefused.Kind;

/** «Лента» plays what networks refuse. */
class FeedTest extends ClockedTest {
    @LocalServerPort
    private int port;

    @Autowired
    private FeedObstacles obstacles;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nothingIsRefused() {
        jdbc.sql("delete from feed_obstacle").update();
    }

    @Test
    void whatThePageIsToldTheNetworkDoes() {
        ProcessJourney journey = answered(journeys.registered("Трава у ленты"));
        String id = externalIdOf(journey);
        Visitor visitor = Visitor.following(port, "operator");
        assertThat(visitor.submit(
                                "/demo/feed",
                                "/demo/feed",
                                Map.of("channel", "vk", "externalId", id, "refusal", "MESSAGE_DELETED"))
                        .status())
                .isEqualTo(200);
        assertThat(obstacles.of("vk", id)).contains(Kind.MESSAGE_DELETED);
        journey.completes("userTask_approveResponse", "curator", APPROVE).isWaitingAt("userTask_publishManually");
        journey.completes("userTask_publishManually", "operator", Map.of("publishWayCode", "PRIVATE_MESSAGE"))
                .closes()
                .isOver();
        assertThat(visitor.get("/demo/feed?text=" + "%D1%83%20%D0%BB%D0%B5%D0%BD%D1%82%D1%8B")
                        .body())
                .contains("личное сообщение", "Траву скосили и вывезли");
        visitor.submit("/demo/feed", "/demo/feed", Map.of("channel", "vk", "externalId", id, "refusal", ""));
        assertThat(obstacles.of("vk", id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MESSAGE_DELETED, true",
        "COMMENTS_CLOSED, true",
        "TEXT_TOO_LONG, true",
        "AUTHOR_BLOCKED, false",
    })
    void someObstaclesLeaveThePrivateWay(Kind kind, boolean over) {
        ProcessJourney journey = answered(journeys.registered("Трава"));
        obstacles.put("vk", externalIdOf(journey), kind);
        journey.completes("userTask_approveResponse", "curator", APPROVE)
                .completes("userTask_publishManually", "operator", Map.of("publishWayCode", "PRIVATE_MESSAGE"));
        assertThat(journey.tasks().findAny().isEmpty()).isEqualTo(over);
    }

    private String externalIdOf(ProcessJourney journey) {
        return jdbc.sql(
                        "select external_id from message where incident_id = (select id from incident where number = :number)")
                .param("number", journey.number())
                .query(String.class)
                .single();
    }
}
