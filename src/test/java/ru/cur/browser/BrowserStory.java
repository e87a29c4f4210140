package ru.cur.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.cur.Http;
import ru.cur.StaffApi;

/** People of the demo at their browsers, one program for all stories; what a story is not about is done over HTTP. */
@ExtendWith(OneProgram.class)
abstract class BrowserStory {
    static final DateTimeFormatter RUSSIAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Http http;
    Workplace browser;
    private int port;
    private String name;

    @BeforeEach
    void openBrowser(OneProgram.Port taken, TestInfo test) {
        port = taken.number();
        name = test.getTestMethod().orElseThrow().getName();
        http = Http.nobody(port);
        browser = anotherBrowser("");
    }

    /** A browser of somebody else. */
    Workplace anotherBrowser(String whose) {
        return new Workplace("http://localhost:" + port, name + whose);
    }

    @AfterEach
    void closeBrowser() {
        browser.picture("end").close();
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Vladivostok"));
    }

    /** A message of the social network. @return number of its case */
    String arrives(String text, Map<String, Object> place) {
        return arrives("vk", text, Map.of("place", place));
    }

    String arrives(String channel, String text, Map<String, Object> more) {
        Map<String, Object> message = new HashMap<>(more);
        message.put("channel", channel);
        message.putIfAbsent("externalId", "browser-" + text.hashCode());
        message.put("author", Map.of("id", "author-" + text.hashCode(), "name", "Светлана М."));
        message.put("text", text);
        message.put("permalink", "https://vk.example/wall-1_2");
        Http.Answer answer = http.post("/api/messages", message, "X-API-Key", "demo");
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return answer.json().get("number").asText();
    }

    /** Number of the case that was registered last. */
    String newestCase() {
        return last(
                "/engine-rest/history/process-instance?processDefinitionKey=incident-handling&sortBy=startTime&sortOrder=asc",
                "businessKey");
    }

    /** A field of the last element of a list, once there is one. */
    String last(String list, String field) {
        JsonNode found = await().atMost(PATIENCE)
                .until(() -> http.as("admin").get(list).json(), elements -> !elements.isEmpty());
        return found.get(found.size() - 1).get(field).asText();
    }

    /** Somebody completes the task of the case with a program of his own. */
    void complete(String login, String task, String number, Map<String, Object> form) {
        new StaffApi(http).complete(login, task, number, form);
    }

    /** What is published in a job needs its moment. */
    void becomes(String number, String status) {
        await().atMost(PATIENCE).until(() -> status(number), status::equals);
    }

    String status(String number) {
        return card(number).get("status").asText();
    }

    JsonNode card(String number) {
        return http.as("head").get("/api/incidents/" + encoded(number)).json();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
