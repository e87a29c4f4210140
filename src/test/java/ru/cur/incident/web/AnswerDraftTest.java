package ru.cur.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.REWORK;
import static ru.cur.CaseSteps.TOLD_BY_PHONE;
import static ru.cur.CaseSteps.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.Visitor;

/** What the form of an answer asks while it is filled in, what the next forms show of it, and the page of the case. */
class AnswerDraftTest extends ClockedTest {
    @LocalServerPort
    private int port;

    @Test
    void theTextIsComposedAndChecked() {
        ProcessJourney journey = worked();
        JsonNode draft = as("vladivostok")
                .post(path(journey, "answer-draft"), Map.of("done", "Скосили", "plan", " ", "text", ""))
                .json();
        assertThat(draft.get("text").asText()).isEqualTo("Здравствуйте, Мария!\n\nСкосили.");
        assertThat(draft.get("findings")).isEmpty();
        JsonNode own = as("vladivostok")
                .post(
                        path(journey, "answer-draft"),
                        Map.of("done", "Скосили", "text", "Ваше обращение рассмотрено, Мария Тестова."))
                .json();
        assertThat(own.get("text").asText()).isEqualTo("Ваше обращение рассмотрено, Мария Тестова.");
        assertThat(own.get("findings").findValuesAsText("kind"))
                .containsExactly("AUTHORS_NAME", "BOILERPLATE", "NO_GREETING");
        assertThat(own.get("findings").get(0).get("refused").asBoolean()).isTrue();
        journey.isWaitingAt("userTask_prepareResponse");
    }

    @Test
    void templatesComeWithTheFactsOfTheCase() {
        JsonNode templates =
                as("vladivostok").get(path(worked(), "answer-templates")).json();
        assertThat(templates.findValuesAsText("title")).contains("Траву скосили", "Вопрос о личных данных");
        assertThat(templates.findValuesAsText("done"))
                .anyMatch(text -> text.startsWith("Траву по адресу ул. Пацаева, школа № 54 скосили"));
    }

    @Test
    void aForeignCaseIsNotThere() {
        ProcessJourney journey = worked();
        for (String login : new String[] {"arsenyev", "mingkh"}) {
            assertThat(as(login).post(path(journey, "answer-draft"), Map.of()).status())
                    .isEqualTo(404);
            assertThat(as(login).get(path(journey, "answer-templates")).status())
                    .isEqualTo(404);
        }
        assertThat(Http.nobody(port).get(path(journey, "answer-templates")).status())
                .isEqualTo(401);
        assertThat(as("vladivostok").get("/api/incidents/XX-1/answer-templates").status())
                .isEqualTo(404);
    }

    @Test
    void nonsenseIsRefused() {
        String draft = path(worked(), "answer-draft");
        assertThat(as("vladivostok").post(draft, Map.of("promisedOn", "завтра")).status())
                .isEqualTo(400);
        assertThat(as("vladivostok")
                        .post(draft, Map.of("done", "а".repeat(4001)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theFormsShowVersionsChecksAndTheRemark() {
        ProcessJourney journey = worked().completes(
                        "userTask_prepareResponse",
                        "vladivostok",
                        Map.of("doneText", "Скосили", "planText", "Обработаем", "promisedOn", "2026-12-20"))
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", REWORK);
        JsonNode rework = variables(journey, "userTask_prepareResponse", "vladivostok");
        assertThat(value(rework, "doneText")).isEqualTo("Скосили");
        assertThat(value(rework, "promisedOn")).isEqualTo("2026-12-20");
        assertThat(value(rework, "responseText")).startsWith("Здравствуйте, Мария!");
        assertThat(value(rework, "templateOptions")).contains("Траву скосили");
        journey.completes(
                "userTask_prepareResponse",
                "vladivostok",
                Map.of("doneText", "Скосили", "responseText", "Скосили и вывезли."));
        journey.completes("userTask_endorseResponse", "vladivostokHead", ENDORSE);
        JsonNode approval = variables(journey, "userTask_approveResponse", "curator");
        assertThat(value(approval, "contextChecks")).contains("Здравствуйте");
        assertThat(value(approval, "contextRemark")).contains("Добавьте дату следующего покоса");
        assertThat(value(approval, "contextBefore")).contains("\"changed\":true", "Здравствуйте");
        assertThat(value(approval, "contextAfter")).contains("Скосили", "\"changed\":true");
        assertThat(approval.has("doneText")).isFalse();
    }

    @Test
    void theFormOfARefusedPublicationSaysToWhomWhereAndWhy() {
        ProcessJourney journey = accepted(journeys.registered("phone", "Трава"))
                .completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", Map.of("doneText", "Скосили"))
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", APPROVE);
        JsonNode form = variables(journey, "userTask_publishManually", "operator");
        assertThat(value(form, "contextRefusedAuthor")).isEqualTo("Мария Тестова");
        assertThat(value(form, "contextRefusedWhere")).isEqualTo("Телефон");
        assertThat(value(form, "contextRefusedWhy")).isEqualTo("программа не отвечает в этом канале");
        assertThat(value(form, "contextRefusedText")).isEqualTo("Здравствуйте, Мария!\n\nСкосили.");
        assertThat(value(form, "otherChannelOptions")).isEqualTo("[]");
        journey.completes("userTask_publishManually", "operator", TOLD_BY_PHONE)
                .closes()
                .isOver();
    }

    @Test
    void thePageOfTheCaseTellsOfEveryVersionAndItsWay() {
        ProcessJourney journey = worked().completes(
                        "userTask_prepareResponse", "vladivostok", Map.of("doneText", "Скосили <b>всё</b>"))
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", REWORK)
                .completes("userTask_prepareResponse", "vladivostok", Map.of("doneText", "Скосили и вывезли"))
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .isOver();
        Answer page = Visitor.following(port, "curator").get("/incidents/" + encoded(journey));
        assertThat(page.body())
                .contains(
                        "Сравнить с версией",
                        "Причина возврата: ",
                        "Добавьте дату следующего покоса",
                        "<ins>",
                        "<del>",
                        "ответ под сообщением",
                        "Вера Тихонова",
                        "опубликован",
                        "/demo/feed#vk-",
                        "Скосили &lt;b&gt;всё&lt;/b&gt;")
                .doesNotContain("<b>всё");
        assertThat(Visitor.following(port, "vladivostok")
                        .get("/incidents/" + encoded(journey))
                        .body())
                .contains("Сравнить с версией");
    }

    private ProcessJourney worked() {
        return accepted(journeys.registered("Трава")).completes("userTask_doWork", "vladivostok", MOWN);
    }

    private JsonNode variables(ProcessJourney journey, String task, String login) {
        Answer answer = as(login)
                .get("/engine-rest/task/" + journey.task(task).getId() + "/form-variables?deserializeValues=false");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static String value(JsonNode variables, String name) {
        return variables.path(name).path("value").asText();
    }

    private Http as(String login) {
        return Http.nobody(port).as(login);
    }

    private static String path(ProcessJourney journey, String end) {
        return "/api/incidents/" + encoded(journey) + "/" + end;
    }

    private static String encoded(ProcessJourney journey) {
        return URLEncoder.encode(journey.number(), StandardCharsets.UTF_8);
    }
}
