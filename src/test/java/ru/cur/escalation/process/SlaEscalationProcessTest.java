package ru.cur.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.TOLD_BY_PHONE;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.promised;
import static ru.cur.CaseSteps.resolved;
import static ru.cur.CaseSteps.route;

import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CaseSteps;
import ru.cur.ClockedTest;
import ru.cur.NetworkOutage;
import ru.cur.ProcessJourney;
import ru.cur.incident.LegalRegime;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

class SlaEscalationProcessTest extends ClockedTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clocks clocks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private NetworkOutage outage;

    @AfterEach
    void everyNetworkAgain() {
        outage.end();
    }

    @Test
    @DisplayName(
            "Ответ опаздывает: исполнитель, его руководитель, куратор со звонком, просрочка, руководитель ЦУР, вице-губернатор – по ступени за раз")
    void theLadderReachesTheHead() {
        ProcessJourney journey = accepted(journeys.registered("Трава")).fires("timerEvent_answerHalfPassed");
        journey.reachesStep("2026-11-23T05:00:00Z", "vladivostok");
        assertThat(journey.column("sla_state")).isEqualTo("ON_TIME");
        journey.reachesStep("2026-11-23T07:00:00Z", "vladivostok", "vladivostokHead");
        assertThat(journey.column("sla_state")).isEqualTo("AT_RISK");
        assertThat(journey.task("userTask_doWork").getPriority()).isEqualTo(70);
        journey.reachesStep("2026-11-23T23:12:00Z", "curator");
        journey.isWaitingAt("userTask_doWork", "userTask_callExecutor");
        journey.completes("userTask_callExecutor", "curator", Map.of("callText", "Обещают закончить до обеда"));
        journey.reachesStep("2026-11-24T00:00:00Z", "vladivostokHead");
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
        assertThat(journey.task("userTask_doWork").getPriority()).isEqualTo(72);
        journey.reachesStep("2026-11-24T05:00:00Z", "head");
        journey.isWaitingAt("userTask_doWork", "userTask_resolveBreach");
        journey.reachesStep("2026-11-25T08:00:00Z", "manager");
        assertThat(journey.timer("timerEvent_levelReached").getDuedate())
                .as("no step is left")
                .isAfter("2100-01-01");
        journey.completes("userTask_resolveBreach", "head", resolved("OVERLOAD", "CALL_HEAD"));
        finish(journey).hasNotPassed("timerEvent_sendingTime").isOver();
    }

    @Test
    @DisplayName("Ответ опубликован: лестница останавливается, звонить уже незачем, разбор нарушения остаётся")
    void theLadderStopsWithTheClock() {
        ProcessJourney journey = accepted(journeys.registered("Трава")).fires("timerEvent_answerHalfPassed");
        for (int level = 1; level <= 5; level++) {
            journey.fires("timerEvent_levelReached");
        }
        journey.isWaitingAt("userTask_doWork", "userTask_callExecutor", "userTask_resolveBreach");
        finish(journey)
                .hasPassed("endEvent_clockStopped", "endEvent_callNotNeeded")
                .isWaitingAt("userTask_resolveBreach")
                .completes("userTask_resolveBreach", "head", resolved("OVERLOAD", "KEEP_WORKING"))
                .isOver();
        assertThat(journey.told()).doesNotContain("manager");
    }

    @Test
    @DisplayName("Разбор не начат в срок: узнают операторы и руководитель ЦУР, сообщение всё ещё ждёт оператора")
    void theTriageIsLate() {
        ProcessJourney journey = journeys.registered("Мусор не вывозят").fires("timerEvent_triageHalfPassed");
        for (int level = 1; level <= 5; level++) {
            journey.fires("timerEvent_levelReached");
        }
        journey.isWaitingAt("userTask_triageMessage", "userTask_callExecutor", "userTask_resolveBreach");
        assertThat(journey.told()).contains("operator", "curator", "head").doesNotContain("vladivostok");
        assertThat(journey.column("sla_state"))
                .as("the author's answer is not late yet")
                .isEqualTo("ON_TIME");
        journey.completes("userTask_resolveBreach", "head", resolved("CUR_DELAY", "KEEP_WORKING"))
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .isWaitingAt("userTask_acceptIncident");
    }

    @Test
    @DisplayName("Орган не принимает, куратор не согласует, ответ не передан автору: у каждого срока своя лестница")
    void everyClockHasItsLadder() {
        ProcessJourney journey = journeys.registered("phone", "Трава")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .fires("timerEvent_acceptanceHalfPassed")
                .fires("timerEvent_levelReached");
        assertThat(journey.told()).containsExactlyInAnyOrder("vladivostok", "vladivostokHead");
        journey.completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .hasPassed("endEvent_clockStopped")
                .completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER)
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .fires("timerEvent_approvalHalfPassed")
                .fires("timerEvent_levelReached");
        assertThat(journey.told()).contains("curator");
        journey.completes("userTask_approveResponse", "curator", APPROVE)
                .fires("timerEvent_publicationHalfPassed")
                .fires("timerEvent_levelReached");
        assertThat(journey.told()).contains("operator");
        journey.completes("userTask_publishManually", "operator", TOLD_BY_PHONE)
                .closes()
                .isOver();
    }

    @Test
    @DisplayName("Сеть недоступна, публикация не удаётся: срок публикации идёт, об этом узнают операторы")
    void theLadderOfPublicationBeginsWhileTheNetworkIsDown() {
        ProcessJourney journey = accepted(journeys.registered("Трава"))
                .completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER)
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE);
        outage.begin("vk");
        assertThatThrownBy(() -> journey.completes("userTask_approveResponse", "curator", APPROVE))
                .hasStackTraceContaining("The network vk is down");
        journey.isWaitingAt()
                .fires("timerEvent_publicationHalfPassed")
                .hasPassed("messageEndEvent_publicationEscalated")
                .fires("timerEvent_levelReached");
        assertThat(journey.told()).contains("operator");
        assertThatThrownBy(journey::triesAgain).hasStackTraceContaining("The network vk is down");
        outage.end();
        journey.triesAgain()
                .hasPassed("endEvent_clockStopped", "endEvent_authorAnswered")
                .closes()
                .isOver()
                .hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Орган не найден, куратор медлит: напоминают ему, а не операторам")
    void theAssignmentIsLate() {
        ProcessJourney journey = journeys.registered("Трава")
                .completes("userTask_triageMessage", "operator", route("OTHR", "VLD"))
                .isWaitingAt("userTask_assignBody")
                .fires("timerEvent_assignmentHalfPassed")
                .fires("timerEvent_levelReached");
        assertThat(journey.told()).containsExactly("curator");
        journey.completes("userTask_assignBody", "curator", CaseSteps.assigned("minZhkh"))
                .hasPassed("endEvent_clockStopped")
                .isWaitingAt("userTask_acceptIncident");
    }

    @Test
    @DisplayName("Орган вернул инцидент, куратор медлит: напоминают ему, а не операторам")
    void theAssignmentAfterAReturnIsLate() {
        ProcessJourney journey = journeys.registered("Трава")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .completes(
                        "userTask_acceptIncident",
                        "vladivostok",
                        Map.of(
                                "acceptanceOutcome",
                                "RETURN",
                                "returnReasonCode",
                                "NOT_OUR_COMPETENCE",
                                "returnText",
                                "Участок не наш",
                                "suggestedBodyId",
                                "minZhkh"))
                .isWaitingAt("userTask_assignBody")
                .fires("timerEvent_assignmentHalfPassed")
                .fires("timerEvent_levelReached");
        assertThat(journey.told()).containsExactly("curator");
    }

    @Test
    @DisplayName("Сообщение ПОС: рядом со сроком ответа идёт срок по закону, у него своя лестница, и на контроле тоже")
    void theLawHasItsOwnLadder() {
        ProcessJourney journey = journeys.registered("pos", "Яма на дороге", LegalRegime.POS_MESSAGE)
                .completes("userTask_triageMessage", "operator", route("ROAD-2", "VLD"));
        assertThat(clocks.open(journey.number(), ClockKind.LEGAL).orElseThrow().due())
                .as("thirty days end on 23 December, a working day")
                .isEqualTo(Instant.parse("2026-12-23T00:00:00Z"));
        journey.fires("timerEvent_legalHalfPassed").fires("timerEvent_levelReached");
        assertThat(journey.told()).isNotEmpty();
    }

    @Test
    @DisplayName("Обещание на контроле, а закон ждать не будет: его лестница начинается и здесь")
    void theLawGoesOnWhileAPromiseIsWatched() {
        ProcessJourney journey = journeys.registered("vk", "Яма на дороге", LegalRegime.POS_MESSAGE);
        // Half of the thirty days that the law gives must lie before the date.
        promised(journey, "2026-12-23").isWaitingAt("userTask_proveCompletion");
        journey.fires("timerEvent_controlLegalHalfPassed")
                .hasPassed("messageEndEvent_controlLegalEscalated")
                .fires("timerEvent_levelReached");
        assertThat(journey.told()).contains("vladivostok");
    }

    @Test
    @DisplayName("Две лестницы для одного срока не начинаются")
    void aClockIsClimbedOnce() {
        ProcessJourney journey = accepted(journeys.registered("Трава"))
                .fires("timerEvent_answerHalfPassed")
                .fires("timerEvent_levelReached");
        runtime.createMessageCorrelation(SlaEscalationProcess.HALF_PASSED)
                .processInstanceBusinessKey(journey.number())
                .setVariables(Map.of("incidentNumber", journey.number(), "clockKind", "FIRST_ANSWER", "severity", "P2"))
                .correlateStartMessage();
        journey.runsJobs().hasPassed("endEvent_notNeeded");
        assertThat(journey.timers().stream()
                        .filter(timer -> journey.activityOf(timer).equals("timerEvent_levelReached")))
                .hasSize(1);
    }

    @Test
    @DisplayName("Срок остановлен в тот же миг, когда наступила ступень: никто не извещён")
    void aStepOfAStoppedClockTellsNobody() {
        ProcessJourney journey = accepted(journeys.registered("Трава")).fires("timerEvent_answerHalfPassed");
        jdbc.sql("update sla_clock set state = 'STOPPED' where incident_number = :number and kind = 'FIRST_ANSWER'")
                .param("number", journey.number())
                .update();
        journey.fires("timerEvent_levelReached").hasPassed("endEvent_stoppedMeanwhile");
        assertThat(journey.told()).isEmpty();
    }

    @Test
    @DisplayName("Присоединённые сообщения эскалируются как одно: у них нет своих сроков")
    void aMassIncidentIsOne() {
        ProcessJourney master = journeys.registered("На Русской нет воды");
        ProcessJourney child = journeys.registered("И у нас на Русской нет воды")
                .fires("timerEvent_triageHalfPassed")
                .completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of("triageOutcome", "MERGE", "targetNumber", master.number()))
                .isOver();
        assertThat(clocks.of(child.number()))
                .allMatch(reading -> reading.clock().isStopped());
        assertThat(clocks.of(master.number()))
                .noneMatch(reading -> reading.clock().isStopped());
    }

    @Test
    @DisplayName("Звонок без записи, о чём договорились, не принимается")
    void aCallIsWrittenDown() {
        ProcessJourney journey = accepted(journeys.registered("Трава")).fires("timerEvent_answerHalfPassed");
        for (int level = 1; level <= 3; level++) {
            journey.fires("timerEvent_levelReached");
        }
        assertThatThrownBy(() -> journey.completes("userTask_callExecutor", "curator", Map.of()))
                .hasStackTraceContaining("Запишите, с кем говорили");
        journey.isWaitingAt("userTask_doWork", "userTask_callExecutor");
    }

    private static ProcessJourney finish(ProcessJourney journey) {
        return journey.completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER)
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .hasStatus("CLOSED");
    }
}
