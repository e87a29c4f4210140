package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** People who do their tasks with programs of their own, through the engine's REST API. */
public final class StaffApi {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Http http;

    public StaffApi(Http http) {
        this.http = http;
    }

    /** Somebody completes the task of the case, once it is there. */
    public void complete(String login, String task, String number, Map<String, Object> form) {
        String list = "/engine-rest/task?taskDefinitionKey=%s&processVariables=incidentNumber_eq_%s"
                .formatted(task, URLEncoder.encode(number, StandardCharsets.UTF_8));
        String id = await().atMost(PATIENCE)
                .until(() -> http.as("admin").get(list).json(), tasks -> !tasks.isEmpty())
                .get(0)
                .get("id")
                .asText();
        Map<String, Object> variables = new HashMap<>();
        form.forEach((field, value) -> variables.put(field, Map.of("value", value)));
        Http.Answer answer =
                http.as(login).post("/engine-rest/task/" + id + "/submit-form", Map.of("variables", variables));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }
}
