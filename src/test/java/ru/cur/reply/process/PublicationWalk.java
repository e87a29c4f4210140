package ru.cur.reply.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.NetworkOutage;
import ru.cur.ProcessJourney;
import ru.cur.reply.Answers;
import ru.cur.reply.Publications;

/** Cases whose answers go out to networks that a test rules. */
abstract class PublicationWalk extends ClockedTest {
    @Autowired
    NetworkOutage network;

    @Autowired
    Answers answers;

    @Autowired
    Publications publications;

    @Autowired
    JdbcClient jdbc;

    /** Of the message that began a case, by its number. */
    private final Map<String, String> externalIds = new HashMap<>();

    @BeforeEach
    @AfterEach
    void theNetworkIsWell() {
        network.end();
    }

    ProcessJourney registered(String channel, String text) {
        ProcessJourney journey = journeys.registered(channel, text);
        externalIds.put(
                journey.number(),
                jdbc.sql(
                                "select external_id from message where incident_id = (select id from incident where number = :number)")
                        .param("number", journey.number())
                        .query(String.class)
                        .single());
        return journey;
    }

    ProcessJourney attach(String channel, String text, ProcessJourney master) {
        return registered(channel, text)
                .completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of("triageOutcome", "MERGE", "targetNumber", master.number()))
                .isOver();
    }

    /** Of the message that began the case, wherever it belongs by now. */
    String externalIdOf(ProcessJourney journey) {
        return externalIds.get(journey.number());
    }

    long messageOf(String channel, ProcessJourney journey) {
        return jdbc.sql("select id from message where channel = :channel"
                        + " and incident_id = (select id from incident where number = :number)")
                .param("channel", channel)
                .param("number", journey.number())
                .query(Long.class)
                .single();
    }

    String history(ProcessJourney journey) {
        List<String> lines = jdbc.sql("select kind || ': ' || coalesce(details, '') from incident_event"
                        + " where incident_id = (select id from incident where number = :number) order by id")
                .param("number", journey.number())
                .query(String.class)
                .list();
        return String.join("\n", lines);
    }
}
