package ru.cur.channel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.SPAM;
import static ru.cur.CaseSteps.answered;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.IncidentHistory;
import ru.cur.incident.IncidentNumber;

/** What an author does after his first message: he writes once more, takes his words back, says what he thinks of the answer. */
class AuthorDoorsTest extends ClockedTest {
    private static final String[] KEY = {"X-API-Key", "demo"};

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuthorFeedback feedback;

    @Autowired
    private IncidentHistory history;

    private Http http;

    @BeforeEach
    void connect() {
        http = Http.nobody(port);
    }

    @Test
    void aReplyToAnOpenCaseBecomesAPartOfIt() {
        Map<String, Object> first = message("Яма на Русской у дома 3");
        String number = send(first).json().get("number").asText();
        Map<String, Object> reply = message("Забыл написать: яма на левой полосе");
        reply.put("inReplyTo", first.get("externalId"));
        Answer added = send(reply);
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.json().get("number").asText()).isEqualTo(number);
        assertThat(jdbc.sql("select text from message join incident on incident.id = incident_id"
                                + " where number = ? and follow_up")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("Забыл написать: яма на левой полосе");

        Answer again = send(reply);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("number").asText()).isEqualTo(number);
    }

    @Test
    void aReplyToWhatIsOverOrUnknownIsACaseOfItsOwn() {
        Map<String, Object> first = message("Реклама мебели");
        String number = send(first).json().get("number").asText();
        journeys.of(number).runsJobs().completes("userTask_triageMessage", "operator", SPAM);
        Map<String, Object> reply = message("Это была не реклама");
        reply.put("inReplyTo", first.get("externalId"));
        Answer next = send(reply);
        assertThat(next.status()).isEqualTo(201);
        assertThat(next.json().get("number").asText()).isNotEqualTo(number);

        Map<String, Object> stray = message("Ещё яма");
        stray.put("inReplyTo", "нет такого");
        assertThat(send(stray).status()).isEqualTo(201);
        Map<String, Object> none = message("И ещё яма");
        none.put("inReplyTo", "");
        assertThat(send(none).status()).isEqualTo(201);
    }

    @Test
    void aReplyIsNamedWithinMeasure() {
        Map<String, Object> message = message("Яма");
        message.put("inReplyTo", "x".repeat(201));
        assertThat(errors(send(message), 400)).containsExactly("inReplyTo");
        message.put("inReplyTo", "ноль \0");
        assertThat(errors(send(message), 400)).containsExactly("inReplyTo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wall-1_%s", "-100500/%s", "комментарий %s?thread=1&n=2"})
    void aDeletedOriginalIsAMarkAndTheCaseGoesOn(String form) {
        String externalId = form.formatted(UUID.randomUUID());
        Map<String, Object> message = message("Яма на Русской у дома 3");
        message.put("externalId", externalId);
        ProcessJourney journey =
                journeys.of(send(message).json().get("number").asText()).runsJobs();

        String path = "/api/messages/vk/" + encoded(externalId).replace("%2F", "/");
        assertThat(http.delete(path, KEY).status()).isEqualTo(204);
        assertThat(http.delete(path, KEY).status()).isEqualTo(204);
        assertThat(journey.column("original_deleted_at")).isNotNull();
        assertThat(lines(journey, "Автор удалил сообщение в сети")).isEqualTo(1);
        journey.isWaitingAt("userTask_triageMessage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/messages/vk/unknown", "/api/messages/icq/1", "/api/messages/vk", "/api/messages/vk/"})
    void whatWasNeverTakenInIsNotFound(String path) {
        Answer answer = http.delete(path, KEY);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).contains("не найдено");
    }

    @Test
    void aMarkIsWrittenDown() {
        ProcessJourney journey = published();
        assertThat(give(journey, Map.of("mark", 5, "text", " Спасибо, быстро! "))
                        .status())
                .isEqualTo(204);
        assertThat(feedback.of(number(journey))).singleElement().satisfies(line -> {
            assertThat(line.mark()).isEqualTo(5);
            assertThat(line.solved()).isTrue();
            assertThat(line.text()).isEqualTo("Спасибо, быстро!");
            assertThat(line.recordedBy()).isEqualTo("demo");
        });
    }

    @Test
    void notSolvedReopensTheCase() {
        ProcessJourney journey = published();
        assertThat(give(journey, Map.of("solved", false, "text", "Траву не вывезли"))
                        .status())
                .isEqualTo(204);
        assertThat(feedback.of(number(journey))).singleElement().satisfies(line -> {
            assertThat(line.mark()).isNull();
            assertThat(line.solved()).isFalse();
        });
        journey.runsJobs();
        assertThat(journey.column("reopen_no")).isEqualTo(1);
    }

    @Test
    void anOpinionThatNobodyAsksForIsRefused() {
        ProcessJourney journey = journeys.registered("Яма на Русской");
        Answer answer = give(journey, Map.of("mark", 1));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).startsWith("Отзыв принимают");
        assertThat(feedback.of(number(journey))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mark  | {"mark": 0}
                    mark  | {"mark": 6}
                    mark  | {"mark": 4.5}
                    mark  | {"mark": "пять"}
                    mark  | {"mark": 5, "solved": false}
                    mark  | {"solved": true}
                    mark  | {}
                    solved| {"solved": "нет"}
                    text  | {"mark": 5, "text": "ноль \\u0000"}""")
    void theFieldAtFaultIsNamed(String field, String body) {
        ProcessJourney journey = journeys.registered("Яма");
        assertThat(errors(http.post(path(journey.number()), body, KEY), 400)).containsExactly(field);
        assertThat(feedback.of(number(journey))).isEmpty();
    }

    @Test
    void longWordsAndBrokenBodiesAreRefused() {
        String path = path(journeys.registered("Яма").number());
        assertThat(errors(http.post(path, Map.of("mark", 5, "text", "я".repeat(4_001)), KEY), 400))
                .containsExactly("text");
        assertThat(http.post(path, Map.of("mark", 5, "text", "a".repeat(1 << 20)), KEY)
                        .status())
                .isEqualTo(413);
        assertThat(http.post(path, "{\"mark\":", KEY).status()).isEqualTo(400);
        assertThat(http.post(path, "", KEY).status()).isEqualTo(400);
        assertThat(http.post(path, "mark=5", "X-API-Key", "demo", "Content-Type", "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ПК-2026-999999", "ИНЦ-1", "1"})
    void anUnknownCaseIsNotFound(String number) {
        Answer answer = http.post(path(number), Map.of("mark", 5), KEY);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).isEqualTo("Инцидент " + number + " не найден");
    }

    @Test
    void withoutTheRightKeyNobodyIsServed() {
        ProcessJourney journey = published();
        for (String[] headers : List.of(new String[0], new String[] {"X-API-Key", "guess"})) {
            assertThat(http.post(path(journey.number()), Map.of("mark", 5), headers)
                            .status())
                    .isEqualTo(401);
            assertThat(http.delete("/api/messages/vk/1", headers).status()).isEqualTo(401);
            assertThat(http.delete("/api/%6Dessages/vk/1", headers).status()).isEqualTo(401);
        }
        // A login of a person is no key of a program, and a key is no login.
        assertThat(http.as("operator")
                        .post(path(journey.number()), Map.of("mark", 5))
                        .status())
                .isEqualTo(401);
        assertThat(http.as("operator").delete("/api/messages/vk/1").status()).isEqualTo(401);
        assertThat(http.get("/api/incidents/" + encoded(journey.number())).status())
                .isEqualTo(401);
        assertThat(http.as("operator")
                        .get("/api/incidents/" + encoded(journey.number()))
                        .status())
                .isEqualTo(200);
        assertThat(feedback.of(number(journey))).isEmpty();
    }

    @Test
    void theDoorsAreDocumented() {
        Answer openApi = http.as("analyst").get("/v3/api-docs");
        assertThat(openApi.json()
                        .at("/paths/~1api~1messages~1{channel}~1{externalId}/delete/responses")
                        .fieldNames())
                .toIterable()
                .contains("204", "401", "404");
        assertThat(openApi.json()
                        .at("/paths/~1api~1incidents~1{number}~1feedback/post/responses")
                        .fieldNames())
                .toIterable()
                .contains("204", "400", "401", "404", "409");
    }

    private ProcessJourney published() {
        return answered(journeys.registered("Стадион зарос травой"))
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasStatus("ANSWERED");
    }

    private Answer give(ProcessJourney journey, Map<String, Object> opinion) {
        return http.post(path(journey.number()), opinion, KEY);
    }

    private Answer send(Map<String, Object> message) {
        return http.post("/api/messages", message, KEY);
    }

    private static Map<String, Object> message(String text) {
        Map<String, Object> message = new HashMap<>();
        message.put("channel", "vk");
        message.put("externalId", UUID.randomUUID().toString());
        message.put("author", Map.of("id", UUID.randomUUID().toString(), "name", "Анна К."));
        message.put("text", text);
        return message;
    }

    private static List<String> errors(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        return answer.json().path("errors").findValuesAsText("field");
    }

    private long lines(ProcessJourney journey, String kind) {
        return history.of(number(journey)).stream()
                .filter(line -> line.kind().equals(kind))
                .count();
    }

    private static IncidentNumber number(ProcessJourney journey) {
        return new IncidentNumber(journey.number());
    }

    private static String path(String number) {
        return "/api/incidents/" + encoded(number) + "/feedback";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
