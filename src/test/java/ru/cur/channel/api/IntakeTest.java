package ru.cur.channel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CurTest;
import ru.cur.Http;
import ru.cur.Http.Answer;

@CurTest
class IntakeTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService runtime;

    private Http http;

    @BeforeEach
    void connect() {
        http = Http.nobody(port);
    }

    @Test
    void aMessageBecomesACaseWithAProcess() {
        Map<String, Object> message = message();
        message.put(
                "place",
                Map.of("address", "ул. Октябрьская, 16", "municipality", "Арсеньев", "lat", 44.16, "lon", 133.27));
        message.put("media", List.of(Map.of("url", "https://photo.example/1.jpg")));
        Answer answer = send(message);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("status").asText()).isEqualTo("NEW");
        String number = answer.json().get("number").asText();
        assertThat(number).matches("ПК-\\d{4}-\\d{6}");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .isEqualTo(1);
        Map<String, Object> row = jdbc.sql("select * from incident where number = ?")
                .param(number)
                .query()
                .singleRow();
        assertThat(row).containsEntry("municipality_code", "ARS").containsEntry("address", "ул. Октябрьская, 16");
        assertThat(row.get("event_at")).as("time in the network").isNotNull();
    }

    @Test
    void theSameMessageTwiceIsTheSameCase() {
        Map<String, Object> message = message();
        Answer first = send(message);
        Answer second = send(message);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("number")).isEqualTo(first.json().get("number"));
        assertThat(edits(message)).isZero();
    }

    @Test
    void anotherTextUnderTheSameIdIsAnEdit() {
        Map<String, Object> message = message();
        String number = send(message).json().get("number").asText();
        message.put("text", "Исправлено: яма у дома 5, а не 3");
        Answer edited = send(message);
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.json().get("number").asText()).isEqualTo(number);
        assertThat(edits(message)).isEqualTo(1);
        assertThat(cases(message)).isEqualTo(1);
    }

    @Test
    void twentyParallelTwinsMakeOneCase() throws Exception {
        Map<String, Object> message = message();
        ExecutorService clients = Executors.newFixedThreadPool(20);
        try {
            Callable<Answer> call = () -> send(message);
            List<Future<Answer>> calls =
                    clients.invokeAll(IntStream.range(0, 20).mapToObj(i -> call).toList());
            List<Answer> answers = new java.util.ArrayList<>();
            for (Future<Answer> future : calls) {
                answers.add(future.get());
            }
            assertThat(answers.stream()
                            .map(a -> a.json().get("number").asText())
                            .collect(Collectors.toSet()))
                    .hasSize(1);
            assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
            assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(19);
            assertThat(cases(message)).isEqualTo(1);
        } finally {
            clients.shutdown();
        }
    }

    static Stream<Arguments> badMessages() {
        return Stream.of(
                bad("text", "text", ""),
                bad("text", "text", "   "),
                bad("text", "text", "нулевой байт \0 внутри"),
                bad("text", "text", "я".repeat(20_001)),
                bad("channel", "channel", "icq"),
                bad("channel", "channel", null),
                bad("externalId", "externalId", ""),
                bad("author", "author", null),
                bad(
                        "publishedAt",
                        "publishedAt",
                        Instant.now().plus(2, ChronoUnit.DAYS).toString()),
                bad("publishedAt", "publishedAt", "вчера"),
                bad("publishedAt", "publishedAt", "1999-12-31T23:59:59Z"),
                bad("publishedAt", "publishedAt", "-999999999-01-01T00:00:00Z"),
                bad("place.municipality", "place", Map.of("municipality", "Нью-Васюки")),
                bad("place.lat", "place", Map.of("lat", 123.0, "lon", 10.0)),
                bad("place.lon", "place", Map.of("lat", 43.1)),
                bad("permalink", "permalink", "javascript:alert(1)"),
                bad("media[0].url", "media", List.of(Map.of("url", "file:///etc/passwd"))));
    }

    private static Arguments bad(String field, String key, Object value) {
        return Arguments.of(field, key, value);
    }

    @ParameterizedTest
    @MethodSource("badMessages")
    void theFieldAtFaultIsNamedAndNothingIsKept(String field, String key, Object value) {
        Map<String, Object> message = message();
        message.put(key, value);
        Answer answer = send(message);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("errors").findValuesAsText("field"))
                .as(answer.body())
                .contains(field);
        assertThat(cases(message)).isZero();
    }

    @Test
    void halfOfAnEmojiIsRefused() {
        Answer answer = http.post("/api/messages", """
                {"channel": "vk", "externalId": "half", "author": {"name": "Анна"}, "text": "Спасибо \\ud83d!"}""", "X-API-Key", "demo");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("field")).containsExactly("text");
    }

    @Test
    void emojiAreKept() {
        Map<String, Object> message = message();
        message.put("text", "Спасибо за дорогу 🚜👍 «ё» — всё хорошо");
        String number = send(message).json().get("number").asText();
        assertThat(jdbc.sql("select text from message join incident on incident.id = incident_id where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("Спасибо за дорогу 🚜👍 «ё» — всё хорошо");
    }

    @Test
    void aMegabyteIsRefusedBeforeItIsRead() {
        Map<String, Object> message = message();
        message.put("text", "a".repeat(1 << 20));
        Answer answer = send(message);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(cases(message)).isZero();
    }

    @Test
    void withoutTheRightKeyNobodyIsServed() {
        assertThat(http.post("/api/messages", message()).status()).isEqualTo(401);
        Answer wrong = http.post("/api/messages", message(), "X-API-Key", "guess");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("Content-Type")).startsWith("application/problem+json");
        // A login of a person is no key of a program.
        assertThat(http.as("operator").post("/api/messages", message()).status())
                .isEqualTo(401);
    }

    @Test
    void onlyJsonIsUnderstood() {
        Answer text = http.post("/api/messages", "привет", "X-API-Key", "demo", "Content-Type", "text/plain");
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.header("Content-Type")).startsWith("application/problem+json");
        assertThat(text.json().path("detail").asText()).isEqualTo("Нужен Content-Type: application/json");
        Answer broken = http.post("/api/messages", "{\"channel\":", "X-API-Key", "demo");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void theDoorIsDocumented() {
        Answer openApi = http.as("analyst").get("/v3/api-docs");
        assertThat(openApi.status()).isEqualTo(200);
        assertThat(openApi.json().at("/paths/~1api~1messages/post/responses").fieldNames())
                .toIterable()
                .contains("200", "201", "400", "401");
    }

    private Answer send(Map<String, Object> message) {
        return http.post("/api/messages", message, "X-API-Key", "demo");
    }

    private static Map<String, Object> message() {
        Map<String, Object> message = new HashMap<>();
        message.put("channel", "vk");
        message.put("externalId", UUID.randomUUID().toString());
        message.put("author", Map.of("id", "id77", "name", "Анна К."));
        message.put("text", "Яма на Русской у дома 3");
        message.put("publishedAt", Instant.now().minus(5, ChronoUnit.MINUTES).toString());
        message.put("permalink", "https://vk.example/wall-1_1?reply=2");
        return message;
    }

    private int cases(Map<String, Object> message) {
        return jdbc.sql("select count(*) from message where channel = 'vk' and external_id = ?")
                .param(message.get("externalId"))
                .query(Integer.class)
                .single();
    }

    private int edits(Map<String, Object> message) {
        return jdbc.sql(
                        "select count(*) from message_edit join message on message.id = message_id where external_id = ?")
                .param(message.get("externalId"))
                .query(Integer.class)
                .single();
    }
}
