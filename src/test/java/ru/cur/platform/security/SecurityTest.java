package ru.cur.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
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
import ru.cur.ProcessJourney;
import ru.cur.ProcessJourneys;

@CurTest
class SecurityTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ProcessJourneys journeys;

    @Autowired
    private JdbcClient jdbc;

    private Http http;

    @BeforeEach
    void connect() {
        http = Http.nobody(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest/process-definition/count",
                "/api/incidents/x",
                "/api/reports/sla",
                "/actuator/metrics",
                "/v3/api-docs"
            })
    void programsNeedALogin(String path) {
        assertThat(http.get(path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/reports",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/demo/feed",
                "/nowhere"
            })
    void pagesLeadToTheLogin(String path) {
        Answer answer = http.get(path);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/login");
    }

    @Test
    void healthIsOpenAndTellsNoDetails() {
        assertThat(http.get("/actuator/health").json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("status", "groups");
    }

    @Test
    void metricsAreForTheAdministrator() {
        assertThat(http.as("admin").get("/actuator/metrics").status()).isEqualTo(200);
        assertThat(http.as("operator").get("/actuator/metrics").status()).isEqualTo(403);
    }

    @Test
    void aWrongPasswordIsRefusedAndAudited() {
        int before = audited("LOGIN_REFUSED");
        assertThat(Http.nobody(port).as("ghost").get("/engine-rest/task").status())
                .isEqualTo(401);
        assertThat(audited("LOGIN_REFUSED")).isEqualTo(before + 1);
    }

    @Test
    void theEnginesOwnDoorsAreShut() {
        assertThat(http.post("/camunda/api/admin/auth/user/default/login/tasklist", "")
                        .status())
                .isIn(401, 403);
        assertThat(http.post("/camunda/api/admin/setup/default/user/create", "{}")
                        .status())
                .isIn(401, 403);
    }

    @Test
    void pagesCarrySecurityHeaders() {
        Answer login = http.get("/login");
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors");
        assertThat(login.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(login.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(login.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Answer forged = http.post(
                "/login", "username=operator&password=demo", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(forged.status()).isEqualTo(403);
    }

    @Test
    void managersReadReportsExecutorsDoNot() {
        assertThat(http.as("manager").get("/api/reports/sla").status()).isEqualTo(200);
        assertThat(http.as("vladivostokHead").get("/api/reports/sla").status()).isEqualTo(200);
        assertThat(http.as("vladivostok").get("/api/reports/sla").status()).isEqualTo(403);
    }

    @Test
    void analystsDeployDiagramsOthersDoNot() {
        assertThat(http.as("analyst").get("/engine-rest/deployment").json()).isNotEmpty();
        assertThat(http.as("operator").get("/engine-rest/deployment").json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "operator, Новые сообщения|Мои задачи|Задачи моей организации|Горит: срок сегодня|Просрочено|На контроле",
        "curator, Новые сообщения|Мои задачи|Задачи моей организации|Ответы на согласовании|Горит: срок сегодня|Просрочено|На контроле",
        "vladivostok, Мои задачи|Задачи моей организации|Горит: срок сегодня|Просрочено|На контроле",
        "manager, Ответы под личным контролем"
    })
    void eachRoleFindsItsFiltersAndTheirCounts(String login, String titles) {
        JsonNode filters = http.as(login).get("/engine-rest/filter").json();
        assertThat(filters)
                .extracting(filter -> filter.get("name").asText())
                .containsExactlyInAnyOrder(titles.split("\\|"));
        filters.forEach(filter -> assertThat(http.as(login)
                        .get("/engine-rest/filter/" + filter.get("id").asText() + "/count")
                        .json()
                        .get("count")
                        .asInt())
                .isNotNegative());
    }

    @Test
    void commentsAndFilesStayOutOfTheEngine() {
        ProcessJourney journey = journeys.registered("Трава");
        String task =
                "/engine-rest/task/" + journey.task("userTask_triageMessage").getId();
        Answer comment = http.as("operator").post(task + "/comment/create", Map.of("message", "Звонил Иванов"));
        assertThat(comment.status()).isEqualTo(403);
        assertThat(comment.json().get("message").asText()).contains("Комментарии и файлы здесь не хранятся");
        assertThat(http.as("operator")
                        .post(task + "/attachment/create", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTaskKeepsTheWordsOfItsDiagram() {
        ProcessJourney journey = journeys.registered("Трава");
        Task task = journey.task("userTask_triageMessage");
        Map<String, Object> change = new HashMap<>();
        change.put("name", task.getName());
        change.put("description", "Звонил Иванов, +7 900 000-00-00");
        Answer refused = http.as("head").put("/engine-rest/task/" + task.getId(), change);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").asText()).startsWith("Название и описание задачи задаёт схема");
        change.put("description", task.getDescription());
        change.put("followUp", "2026-12-01T10:00:00.000+1000");
        assertThat(http.as("head")
                        .put("/engine-rest/task/" + task.getId(), change)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoTakesAForeignTaskIsToldSoInRussian() {
        ProcessJourney journey = journeys.registered("Трава");
        String task =
                "/engine-rest/task/" + journey.task("userTask_triageMessage").getId();
        Answer refused = http.as("curator").post(task + "/claim", Map.of("userId", "curator"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").asText())
                .isEqualTo("Эту задачу может выполнить только тот, кому она предложена");
    }

    @Test
    void aRefusedFormSaysWhyInOneRussianSentence() {
        ProcessJourney journey = journeys.registered("Трава");
        String task =
                "/engine-rest/task/" + journey.task("userTask_triageMessage").getId();
        http.as("operator").post(task + "/claim", Map.of("userId", "operator"));
        Answer refused = http.as("operator").post(task + "/submit-form", Map.of("variables", Map.of()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").asText()).isEqualTo("Выберите решение по сообщению");
        journey.isWaitingAt("userTask_triageMessage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "start"})
    void aRefusedStartFormSaysWhyInOneRussianSentence(String door) {
        Map<String, Object> form = Map.of(
                "channel", Map.of("value", "pigeon"),
                "authorName", Map.of("value", "Пётр"),
                "messageText", Map.of("value", "Нет света"));
        Answer refused = http.as("operator")
                .post("/engine-rest/process-definition/key/message-registration/" + door, Map.of("variables", form));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").asText()).isEqualTo("Укажите, как поступило обращение");
    }

    @Test
    void anOperatorCannotApproveThroughTheRestApi() {
        ProcessJourney journey =
                journeys.registered("Трава").completes("userTask_triageMessage", "operator", route("OTHR", "VLD"));
        String task = "/engine-rest/task/" + journey.task("userTask_assignBody").getId();
        Answer refused = http.as("operator")
                .post(task + "/submit-form", Map.of("variables", Map.of("bodyId", Map.of("value", "minZhkh"))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").asText()).contains("только тот, кому она предложена");
        journey.isWaitingAt("userTask_assignBody");
    }

    private int audited(String kind) {
        return jdbc.sql("select count(*) from audit_event where kind = ?")
                .param(kind)
                .query(Integer.class)
                .single();
    }
}
