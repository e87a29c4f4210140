package ru.cur.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.answered;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.NetworkOutage;
import ru.cur.ProcessJourney;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.StoppedSteps;

/** Whatever fails for good is explained, waits on the page of its case, and goes on at a button. */
class StoppedStepTest extends CasePageVisit {
    @Autowired
    private NetworkOutage outage;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private StoppedSteps stopped;

    @AfterEach
    void endOutage() {
        outage.end();
    }

    @Test
    @DisplayName(
            "Сеть не отвечает и после всех повторов: на странице инцидента причина и «Повторить», ответ уходит один раз")
    void theNetworkStaysDown() {
        ProcessJourney journey = answered(journeys.registered("Трава"));
        outage.begin("vk");
        assertThatThrownBy(() -> journey.completes("userTask_approveResponse", "curator", APPROVE))
                .hasStackTraceContaining("The network vk is down");
        journey.failsForGood();

        String seen = as("curator").get(page(journey)).body();
        assertThat(seen)
                .contains(
                        "Шаг «Опубликовать ответ» не выполнен", "Сеть не отвечает (ВКонтакте)", ">Повторить</button>");
        assertThat(as("vladivostok").get(page(journey)).body())
                .contains("Шаг «Опубликовать ответ» не выполнен", "Повторить шаг может куратор")
                .doesNotContain(">Повторить</button>");
        Map<String, String> step = Map.of(
                "step", stopped.of(new IncidentNumber(journey.number())).get(0).id());
        assertThat(act("vladivostok", journey, "retry", step).status()).isEqualTo(403);

        outage.end();
        assertThat(act("curator", journey, "retry", step).status()).isEqualTo(302);
        assertThat(act("curator", journey, "retry", step).body()).contains("уже выполнен или повторяется");
        journey.triesAgain().hasStatus("ANSWERED");
        assertThat(as("curator").get(page(journey)).body())
                .contains("Остановившийся шаг повторён")
                .doesNotContain(">Повторить</button>");
    }

    @Test
    @DisplayName("Ошибка программы посреди шага человека: ему сказано по-русски, задача и инцидент остались как были")
    void aPersonsStepFails() {
        ProcessJourney journey = journeys.registered("Трава");
        String task = journey.task("userTask_triageMessage").getId();
        String instance = journey.task("userTask_triageMessage").getProcessInstanceId();
        runtime.removeVariable(instance, "incidentNumber");
        Answer failed = Http.nobody(port)
                .as("operator")
                .post(
                        "/engine-rest/task/" + task + "/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "triageOutcome", Map.of("value", "REJECT"),
                                        "rejectReasonCode", Map.of("value", "SPAM"),
                                        "rejectText", Map.of("value", "Реклама"))));
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.json().get("message").asText())
                .startsWith("Программа не смогла выполнить шаг. Ничего не изменилось")
                .contains("Техническая причина: ");
        runtime.setVariable(instance, "incidentNumber", journey.number());
        journey.isWaitingAt("userTask_triageMessage").hasStatus("NEW");
    }

    @Test
    @DisplayName(
            "Ошибка программы в любом шаге: инцидент движка с объяснением по-русски, после повтора путь продолжается")
    void aDelegateFails() {
        ProcessJourney journey = journeys.registered("Трава");
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(journey.number())
                .singleResult()
                .getId();
        runtime.removeVariable(instance, "incidentNumber");
        assertThatThrownBy(() -> journey.fires("timerEvent_triageHalfPassed")).isInstanceOf(RuntimeException.class);
        journey.failsForGood();

        assertThat(stopped.of(new IncidentNumber(journey.number())))
                .singleElement()
                .satisfies(step -> assertThat(step.explanation())
                        .startsWith("Шаг «Прошла половина срока» не выполнен. Ошибка программы или связи."));
        runtime.setVariable(instance, "incidentNumber", journey.number());
        stopped.retry(
                new IncidentNumber(journey.number()),
                stopped.of(new IncidentNumber(journey.number())).get(0).id(),
                "head");
        journey.triesAgain().hasPassed("messageEndEvent_triageEscalated");
        assertThat(history.createHistoricIncidentQuery()
                        .processInstanceId(instance)
                        .resolved()
                        .count())
                .isOne();
    }
}
