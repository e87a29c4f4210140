package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.endorsed;
import static ru.cur.CaseSteps.involve;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.ProcessJourney;
import ru.cur.sla.ledger.Party;
import ru.cur.sla.ledger.TimeLedger;

class CoExecutionProcessTest extends ClockedTest {
    private static final Map<String, Object> PART_DONE = Map.of(
            "partOutcome", "DONE", "partReportText", "Колодец проверен", "evidenceUrl", "https://photo.example/3.jpg");
    private static final Map<String, Object> PART_DECLINED =
            Map.of("partOutcome", "DECLINE", "partReportText", "Колодец не наш");

    @LocalServerPort
    private int port;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private FormService forms;

    @Autowired
    private TimeLedger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("Два соисполнителя работают одновременно с исполнителем; он видит их отчёты и отвечает за всё")
    void theyWorkInParallel() {
        ProcessJourney journey = withTwo();
        partOf(journey, "primvodokanal", PART_DONE);
        partOf(journey, "minZhkh", PART_DONE);
        journey.isWaitingAt("userTask_doWork");
        assertThat(seenBy("vladivostok", journey.task("userTask_doWork"), "contextRequests"))
                .contains("Соисполнитель, ", "выполнено", "Ответ: Колодец проверен\nhttps://photo.example/3.jpg");
        journey.completes("userTask_doWork", "vladivostok", MOWN).isWaitingAt("userTask_prepareResponse");
        endorsed(journey, ANSWER)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .hasStatus("CLOSED")
                .isOver();
        assertThat(ledger.of(journey.number()))
                .as("the responsible body answers for the whole time")
                .noneMatch(charge -> charge.party() == Party.CO_EXECUTOR);
    }

    @Test
    @DisplayName("Исполнитель закончил раньше: ждёт последнего из соисполнителей, и ответ готовят без его участия")
    void theExecutorWaitsForTheLastOne() {
        ProcessJourney journey = withTwo().completes("userTask_doWork", "vladivostok", MOWN);
        journey.isWaitingAt("userTask_awaitCoExecutors", "userTask_doPart", "userTask_doPart")
                .hasStatus("IN_PROGRESS");
        partOf(journey, "primvodokanal", PART_DONE);
        journey.isWaitingAt("userTask_awaitCoExecutors", "userTask_doPart");
        partOf(journey, "minZhkh", PART_DONE);
        journey.isWaitingAt("userTask_prepareResponse").hasPassed("messageEndEvent_partDone");
    }

    @Test
    @DisplayName("Соисполнитель отказался: исполнитель возвращается к работе, остальные работают дальше")
    void aRefusalBringsTheExecutorBack() {
        ProcessJourney journey = withTwo().completes("userTask_doWork", "vladivostok", MOWN);
        partOf(journey, "primvodokanal", PART_DECLINED);
        journey.isWaitingAt("userTask_doWork", "userTask_doPart").hasPassed("messageEndEvent_partDeclined");
        assertThat(journey.history())
                .anyMatch(line -> line.startsWith("Соисполнитель отказался: ") && line.endsWith(": Колодец не наш"));
        journey.completes("userTask_doWork", "vladivostok", involve("primvodokanal"))
                .isWaitingAt("userTask_doWork", "userTask_doPart", "userTask_doPart");
    }

    @Test
    @DisplayName("Исполнителя не держат вечно: он отзывает соисполнителей с объяснением, их задачи снимаются")
    void aCoExecutorIsWithdrawn() {
        ProcessJourney journey = withTwo().completes("userTask_doWork", "vladivostok", MOWN);
        refuses(journey, "userTask_awaitCoExecutors", Map.of(), "Выберите: отозвать");
        refuses(journey, "userTask_awaitCoExecutors", withdrawing("0"), "Выберите, кого из соисполнителей");
        refuses(
                journey,
                "userTask_awaitCoExecutors",
                Map.of("waitOutcome", "WITHDRAW", "partRequestId", requestOf(journey, "primvodokanal")),
                "Объясните соисполнителю");
        journey.completes("userTask_awaitCoExecutors", "vladivostok", withdrawing(requestOf(journey, "primvodokanal")))
                .isWaitingAt("userTask_awaitCoExecutors", "userTask_doPart")
                .completes("userTask_awaitCoExecutors", "vladivostok", withdrawing(requestOf(journey, "minZhkh")))
                .isWaitingAt("userTask_prepareResponse")
                .hasPassed("messageEvent_partWithdrawn", "endEvent_partWithdrawn");
        assertThat(journey.history()).anyMatch(line -> line.startsWith("Соисполнитель отозван: "));
    }

    @Test
    @DisplayName("Ждать не хочет и отзывать тоже: возвращается к своей работе")
    void theExecutorGoesBackToWork() {
        withTwo()
                .completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_awaitCoExecutors", "vladivostok", Map.of("waitOutcome", "BACK_TO_WORK"))
                .isWaitingAt("userTask_doWork", "userTask_doPart", "userTask_doPart");
    }

    @Test
    @DisplayName("Соисполнитель видит только своё поручение, исполнитель – не его задачу, посторонний – ничего")
    void everybodySeesHisOwn() {
        ProcessJourney journey = withTwo();
        assertThat(namesSeenBy("primvodokanal", journey)).containsExactly("userTask_doPart");
        assertThat(namesSeenBy("mingkh", journey)).containsExactly("userTask_doPart");
        assertThat(namesSeenBy("vladivostok", journey)).containsExactly("userTask_doWork");
        assertThat(namesSeenBy("arsenyev", journey)).isEmpty();
        assertThat(namesSeenBy("curator", journey)).hasSize(3);
        Task part = part(journey, "primvodokanal");
        assertThat(seenBy("primvodokanal", part, "contextRequest")).isEqualTo("Проверить колодец");
        assertThat(Http.nobody(port)
                        .as("vladivostok")
                        .get("/engine-rest/task/" + part.getId())
                        .status())
                .isEqualTo(404);
        assertThatThrownBy(() -> journey.completes(part, "vladivostok", PART_DONE))
                .hasStackTraceContaining(part.getId());
        assertThatThrownBy(() -> journey.completes(part, "curator", PART_DONE))
                .hasStackTraceContaining("только тот, кому она предложена");
    }

    @Test
    @DisplayName("Работу органа сняли целиком: задачи соисполнителей уходят вместе с ней")
    void nobodyIsLeftBehind() {
        ProcessJourney journey = withTwo();
        String main = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(journey.number())
                .processDefinitionKey(IncidentHandlingProcess.ID)
                .singleResult()
                .getId();
        runtime.createProcessInstanceModification(main)
                .cancelAllForActivity("callActivity_execution")
                .startBeforeActivity("userTask_assignBody")
                .execute();
        journey.isWaitingAt("userTask_assignBody").hasPassed("endEvent_partWithdrawn");
        assertThat(journey.history()).anyMatch(line -> line.endsWith("работа ответственного органа завершена"));
    }

    @Test
    @DisplayName("Соисполнителя без поручения, свой орган, ЦУР и того, кто уже работает, не привлекают")
    void nonsenseIsRefused() {
        ProcessJourney journey = accepted(journeys.registered("Колодец"));
        refuses(journey, "userTask_doWork", Map.of("workOutcome", "INVOLVE_BODY"), "Напишите соисполнителю");
        refuses(
                journey,
                "userTask_doWork",
                Map.of("workOutcome", "INVOLVE_BODY", "partText", "Проверить"),
                "Выберите соисполнителя");
        refuses(journey, "userTask_doWork", involve("admMoscow"), "«admMoscow» не найдена");
        refuses(journey, "userTask_doWork", involve("admVladivostok"), "и так отвечает за инцидент");
        refuses(journey, "userTask_doWork", involve("cur"), "и так отвечает за инцидент");
        journey.completes("userTask_doWork", "vladivostok", involve("primvodokanal"));
        refuses(journey, "userTask_doWork", involve("primvodokanal"), "уже получила такой запрос");
        Task part = part(journey, "primvodokanal");
        assertThatThrownBy(() -> journey.completes(part, "primvodokanal", Map.of()))
                .hasStackTraceContaining("Выберите: часть выполнена");
        assertThatThrownBy(() -> journey.completes(part, "primvodokanal", Map.of("partOutcome", "DECLINE")))
                .hasStackTraceContaining("Объясните, почему отказываетесь");
        journey.isWaitingAt("userTask_doWork", "userTask_doPart");
    }

    @Test
    @DisplayName("К закрытому инциденту других не привлекают: он живёт у своего арендатора")
    void aRestrictedCaseStaysClosed() {
        ProcessJourney journey = accepted(journeys.registered("Колодец"));
        jdbc.sql("update act_ru_task set tenant_id_ = 'restricted' where id_ = :id")
                .param("id", journey.task("userTask_doWork").getId())
                .update();
        String task = journey.task("userTask_doWork").getId();
        // Nobody of the demo sees what is restricted: the program itself sends the form.
        assertThatThrownBy(() -> forms.submitTaskForm(task, involve("primvodokanal")))
                .hasStackTraceContaining("К закрытому инциденту");
    }

    private ProcessJourney withTwo() {
        return accepted(journeys.registered("Колодец на Русской"))
                .completes("userTask_doWork", "vladivostok", involve("primvodokanal"))
                .completes("userTask_doWork", "vladivostok", involve("minZhkh"))
                .isWaitingAt("userTask_doWork", "userTask_doPart", "userTask_doPart");
    }

    private static Task part(ProcessJourney journey, String body) {
        return journey.tasks()
                .filter(task -> task.getTaskDefinitionKey().equals("userTask_doPart"))
                .filter(task -> body.equals(task.getTenantId()))
                .findFirst()
                .orElseThrow();
    }

    private static void partOf(ProcessJourney journey, String body, Map<String, Object> form) {
        journey.completes(part(journey, body), body.equals("minZhkh") ? "mingkh" : body, form);
    }

    private String requestOf(ProcessJourney journey, String body) {
        return String.valueOf(runtime.getVariable(part(journey, body).getExecutionId(), "requestId"));
    }

    private static Map<String, Object> withdrawing(String request) {
        return Map.of("waitOutcome", "WITHDRAW", "partRequestId", request, "withdrawalText", "Справились сами");
    }

    private List<String> namesSeenBy(String person, ProcessJourney journey) {
        return Http.nobody(port)
                .as(person)
                .get("/engine-rest/task?processInstanceBusinessKey="
                        + java.net.URLEncoder.encode(journey.number(), java.nio.charset.StandardCharsets.UTF_8))
                .json()
                .findValuesAsText("taskDefinitionKey");
    }

    private String seenBy(String person, Task task, String name) {
        return Http.nobody(port)
                .as(person)
                .get("/engine-rest/task/" + task.getId() + "/form-variables")
                .json()
                .at("/" + name + "/value")
                .asText();
    }

    private static void refuses(ProcessJourney journey, String task, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes(task, "vladivostok", form)).hasStackTraceContaining(sentence);
    }
}
