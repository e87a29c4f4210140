package ru.cur.incident.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.Visitor;
import ru.cur.sla.clock.Clocks;

/** Opens the page of a case and acts there, as a person in a browser. */
abstract class CasePageVisit extends ClockedTest {
    static final Duration DAY = Duration.ofHours(24);

    static final String HALF_PASSED = "timerEvent_answerHalfPassed";

    static final Map<String, String> PAUSE = Map.of("why", "WAITING_AUTHOR", "reason", "Спросили у автора адрес");

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clocks clocks;

    Visitor as(String login) {
        return Visitor.notFollowing(port, login);
    }

    static String page(ProcessJourney journey) {
        return "/incidents/" + journey.number();
    }

    Answer act(String login, ProcessJourney journey, String act, Map<String, String> form) {
        Visitor person = as(login);
        Map<String, String> sent = new HashMap<>(form);
        sent.put("seen", seen(person.get(page(journey))));
        return person.submit(page(journey), page(journey) + "/" + act, sent);
    }

    /** How the clocks stand on the page, in its form that extends one; empty when the person has no such form. */
    static String seen(Answer page) {
        Matcher seen = SEEN.matcher(page.body());
        return seen.find() ? seen.group(1) : "";
    }

    static Map<String, String> extension(String clock, String amount, String unit) {
        return Map.of("clock", clock, "amount", amount, "unit", unit, "reason", "Ждём технику");
    }

    JsonNode json(ProcessJourney journey) {
        return Http.nobody(port)
                .as("curator")
                .get(URI.create("/api/incidents/" + journey.number()).toASCIIString())
                .json();
    }

    JsonNode clock(ProcessJourney journey, String kind) {
        return StreamSupport.stream(json(journey).get("clocks").spliterator(), false)
                .filter(clock -> clock.get("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    List<String> history(ProcessJourney journey) {
        return jdbc.sql("select e.kind || coalesce(': ' || e.details, '') from incident_event e"
                        + " join incident i on i.id = e.incident_id where i.number = :number order by e.id")
                .param("number", journey.number())
                .query(String.class)
                .list();
    }

    Object holder(ProcessJourney journey) {
        return jdbc.sql("select party from time_ledger_open where incident_number = :number")
                .param("number", journey.number())
                .query(String.class)
                .single();
    }
}
