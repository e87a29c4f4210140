package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.ORDERED;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.endorsed;
import static ru.cur.CaseSteps.promise;
import static ru.cur.CaseSteps.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.ProcessJourney;
import ru.cur.directory.Absences;
import ru.cur.platform.security.Accounts;
import ru.cur.sla.ledger.Party;

class EndorsementProcessTest extends ClockedTest {
    private static final String STRANGER = "arsenyevHead";

    @LocalServerPort
    private int port;

    @Autowired
    private Absences absences;

    @Autowired
    private Accounts accounts;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from staff where user_id = :login")
                .param("login", STRANGER)
                .update();
        identity.deleteUser(STRANGER);
    }

    @Test
    @DisplayName(
            "Ответ по обычному инциденту утверждает руководитель органа, потом – куратор; время его – время органа")
    void theHeadStandsByTheAnswer() {
        ProcessJourney journey =
                drafted().isWaitingAt("userTask_endorseResponse").hasStatus("APPROVAL");
        assertThat(holder(journey)).isEqualTo(Party.BODY);
        journey.completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .isWaitingAt("userTask_approveResponse")
                .hasStatus("APPROVAL");
        assertThat(holder(journey)).isEqualTo(Party.APPROVAL);
        assertThat(journey.history()).contains("Ответ утверждён руководителем органа");
    }

    @Test
    @DisplayName("Руководитель вернул ответ: доработка с замечанием, обе версии видны, новая утверждается снова")
    void theHeadSendsItBack() {
        ProcessJourney journey = drafted();
        refuses(journey, Map.of(), "Выберите: утвердить или вернуть");
        refuses(journey, Map.of("endorsementOutcome", "RETURN"), "Напишите исполнителю, что исправить");
        journey.completes(
                        "userTask_endorseResponse",
                        "vladivostokHead",
                        Map.of("endorsementOutcome", "RETURN", "returnText", "Назовите дату следующего покоса"))
                .isWaitingAt("userTask_prepareResponse")
                .hasStatus("REWORK")
                .hasPassed("intermediateThrowEvent_responseReturned");
        assertThat(journey.column("reworks")).isEqualTo(1);
        assertThat(seen(journey, "userTask_prepareResponse", "vladivostok", "contextReturn"))
                .isEqualTo("замечания руководителя органа: Назовите дату следующего покоса");
        journey.completes(
                        "userTask_prepareResponse",
                        "vladivostok",
                        Map.of("doneText", "Траву скосили.", "responseText", "Следующий покос 10 декабря."))
                .isWaitingAt("userTask_endorseResponse")
                .hasStatus("APPROVAL");
        assertThat(seen(journey, "userTask_endorseResponse", "vladivostokHead", "contextAnswer"))
                .isEqualTo("Следующий покос 10 декабря.");
        assertThat(seen(journey, "userTask_endorseResponse", "vladivostokHead", "contextPreviousAnswer"))
                .isEqualTo("Здравствуйте! Траву скосили и вывезли.\n\nЗамечание: Назовите дату следующего покоса");
    }

    @Test
    @DisplayName("Важный инцидент: одна ступень, ответ сразу у куратора")
    void whatIsUrgentHasOneStep() {
        Map<String, Object> form = new HashMap<>(route("HEAT-2", "VLD"));
        form.put("bodyId", "admVladivostok");
        journeys.registered("Холодно в квартире")
                .completes("userTask_triageMessage", "operator", form)
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER)
                .isWaitingAt("userTask_approveResponse");
    }

    @Test
    @DisplayName("У органа нет руководителя в системе: ответ сразу у куратора")
    void aBodyWithoutAHeadHasOneStep() {
        journeys.registered("Трава в Арсеньеве")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "ARS"))
                .completes("userTask_acceptIncident", "arsenyev", ACCEPT)
                .completes("userTask_doWork", "arsenyev", MOWN)
                .completes("userTask_prepareResponse", "arsenyev", ANSWER)
                .isWaitingAt("userTask_approveResponse");
    }

    @Test
    @DisplayName("Ответ писал сам руководитель: утверждать его некому и незачем")
    void theHeadDoesNotEndorseHimself() {
        journeys.registered("Трава")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .completes("userTask_acceptIncident", "vladivostokHead", ACCEPT)
                .completes("userTask_doWork", "vladivostokHead", MOWN)
                .completes("userTask_prepareResponse", "vladivostokHead", ANSWER)
                .isWaitingAt("userTask_approveResponse");
    }

    @Test
    @DisplayName(
            "Руководитель отсутствует: утверждает замещающий из того же органа, без замещающего ответ сразу у куратора")
    void theSubstituteEndorses() {
        accounts.ensureUser(STRANGER, "Антон", "Зуев", "demo", Set.of("executors"), Optional.of("admVladivostok"));
        jdbc.sql("insert into staff (user_id, organisation_id, full_name, position)"
                        + " values (:login, 'admVladivostok', 'Антон Зуев', 'заместитель') on conflict do nothing")
                .param("login", STRANGER)
                .update();
        absences.add("vladivostokHead", STRANGER, absences.today(), absences.today(), "Отпуск", "curator");
        ProcessJourney journey = drafted();
        assertThat(journey.task("userTask_endorseResponse").getAssignee()).isEqualTo(STRANGER);
        journey.completes("userTask_endorseResponse", STRANGER, ENDORSE).isWaitingAt("userTask_approveResponse");
        jdbc.sql("update absence set substitute_id = null").update();
        drafted().isWaitingAt("userTask_approveResponse");
    }

    @Test
    @DisplayName("Утверждает руководитель этого органа: чужой задачи не видит, куратор и исполнитель её не выполнят")
    void onlyTheHeadOfThisBody() {
        accounts.ensureUser(
                STRANGER, "Семён", "Чужой", "demo", Set.of("executors", "bodyHeads"), Optional.of("admArsenyev"));
        ProcessJourney journey = drafted();
        String task =
                "/engine-rest/task/" + journey.task("userTask_endorseResponse").getId();
        assertThat(Http.nobody(port).as(STRANGER).get(task).status()).isEqualTo(404);
        assertThat(Http.nobody(port).as("vladivostokHead").get(task).status()).isEqualTo(200);
        for (String other : List.of("vladivostok", "curator")) {
            assertThatThrownBy(() -> journey.completes("userTask_endorseResponse", other, ENDORSE))
                    .hasStackTraceContaining("только тот, кому она предложена");
        }
    }

    @Test
    @DisplayName("Обещание дольше 90 дней: с документом и разрешения руководителя ЦУР")
    void aLongPromiseIsAllowed() {
        ProcessJourney journey = accepted(journeys.registered("Трава"))
                .needsResources()
                .completes("userTask_doWork", "vladivostok", ORDERED);
        assertThatThrownBy(() -> journey.completes("userTask_prepareResponse", "vladivostok", promise("2027-04-01")))
                .hasStackTraceContaining("дайте ссылку на документ");
        longPromise(journey).isWaitingAt("userTask_allowLongPromise").hasStatus("APPROVAL");
        assertThat(seen(journey, "userTask_allowLongPromise", "head", "contextDocuments"))
                .isEqualTo("Обоснование срока: https://plan.example/2027.pdf");
        journey.completes("userTask_allowLongPromise", "head", Map.of("longPromiseOutcome", "ALLOW"))
                .isWaitingAt("userTask_approveResponse");
        assertThat(journey.history()).contains("Обещание дольше 90 дней разрешено");
    }

    @Test
    @DisplayName("Руководитель ЦУР долгий срок не разрешил: ответ на доработке")
    void aLongPromiseIsRefused() {
        ProcessJourney journey = longPromise(accepted(journeys.registered("Трава"))
                .needsResources()
                .completes("userTask_doWork", "vladivostok", ORDERED));
        assertThatThrownBy(() ->
                        journey.completes("userTask_allowLongPromise", "head", Map.of("longPromiseOutcome", "REFUSE")))
                .hasStackTraceContaining("Напишите органу, почему отказываете");
        journey.completes(
                        "userTask_allowLongPromise",
                        "head",
                        Map.of("longPromiseOutcome", "REFUSE", "decisionText", "Найдите деньги в этом году"))
                .isWaitingAt("userTask_prepareResponse")
                .hasStatus("REWORK");
    }

    private static ProcessJourney longPromise(ProcessJourney journey) {
        Map<String, Object> draft = new HashMap<>(promise("2027-04-01"));
        draft.put("promiseDocumentUrl", "https://plan.example/2027.pdf");
        return endorsed(journey, draft);
    }

    private ProcessJourney drafted() {
        return accepted(journeys.registered("Трава"))
                .completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER);
    }

    private Party holder(ProcessJourney journey) {
        return Party.valueOf(jdbc.sql("select party::text from time_ledger_open where incident_number = :number")
                .param("number", journey.number())
                .query(String.class)
                .single());
    }

    private String seen(ProcessJourney journey, String task, String person, String name) {
        return Http.nobody(port)
                .as(person)
                .get("/engine-rest/task/" + journey.task(task).getId() + "/form-variables")
                .json()
                .at("/" + name + "/value")
                .asText();
    }

    private static void refuses(ProcessJourney journey, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_endorseResponse", "vladivostokHead", form))
                .hasStackTraceContaining(sentence);
    }
}
