package ru.cur.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.TOLD_BY_PHONE;
import static ru.cur.CaseSteps.danger;
import static ru.cur.CaseSteps.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import ru.cur.ProcessJourney;
import ru.cur.incident.AuthorWords;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.TermMoved;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;

class RestrictedCaseTest extends CasePageVisit {
    @Autowired
    private TaskService tasks;

    @Autowired
    private AuthorWords words;

    @Autowired
    private Answers answers;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    @DisplayName("Дело о ребёнке видят только названные люди: задачи, страница, данные по сети; чтение записывается")
    void onlyNamedPeopleSeeIt() {
        ProcessJourney journey = restricted(route("HLTH-1", "VLD"));
        journey.isWaitingAt("userTask_acceptIncident")
                .hasPassed("messageEvent_caseRestricted", "terminateEndEvent_openWorkEnded");
        assertThat(journey.column("restriction")).isEqualTo("CHILD");
        assertThat(journey.tasks())
                .allSatisfy(task -> assertThat(task.getTenantId()).isEqualTo("restricted"));
        assertThat(seenBy("operator", journey)).isZero();
        assertThat(seenBy("vladivostok", journey)).isZero();
        assertThat(seenBy("analyst", journey)).isZero();
        assertThat(seenBy("minzdrav", journey)).isEqualTo(1);
        assertThat(seenBy("curator", journey)).isEqualTo(1);
        for (String stranger : List.of("operator", "manager", "analyst", "vladivostok")) {
            assertThat(as(stranger).get(page(journey)).status()).as(stranger).isEqualTo(404);
        }
        assertThat(as("curator").get(page(journey)).status()).isEqualTo(200);
        assertThat(as("curator").get(page(journey)).body()).contains("доступ ограничен: дело о ребёнке");
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'RESTRICTED_CASE_READ' and details = ?")
                        .param(journey.number())
                        .query(Integer.class)
                        .single())
                .isPositive();
        journey.completes("userTask_acceptIncident", "minzdrav", ACCEPT).isWaitingAt("userTask_doWork");
    }

    @Test
    @DisplayName("Угроза жизни в закрытом деле: звонит тот, кто назван; лестница говорит только названным")
    void dangerInARestrictedCase() {
        ProcessJourney journey = restricted(danger("HLTH-1", "VLD"));
        journey.isWaitingAt("userTask_handOverToEmergency", "userTask_acceptIncident")
                .fires("timerEvent_answerHalfPassed")
                .fires("timerEvent_levelReached");
        assertThat(journey.told()).isSubsetOf("curator", "head", "governor", "minzdrav");
        assertThat(seenBy("operator", journey)).isZero();
    }

    @Test
    @DisplayName("Что не прочитано к тому времени, читают уже в закрытом деле; отзыв заканчивает всё")
    void nothingStaysInTheOpen() {
        ProcessJourney journey = journeys.registered("Ребёнок остался без лекарств");
        words.add(new IncidentNumber(journey.number()), "Помогли уже, спасибо", "operator");
        Map<String, Object> form = new HashMap<>(route("HLTH-1", "VLD"));
        form.put("restrictionCode", "CHILD");
        journey.runsJobs()
                .completes("userTask_triageMessage", "operator", form)
                .isWaitingAt("userTask_acceptIncident", "userTask_readFollowUp");
        assertThat(seenBy("operator", journey)).isZero();
        journey.completes(
                        "userTask_readFollowUp",
                        "curator",
                        Map.of("followUpOutcome", "WITHDRAWN", "followUpText", "«Помогли уже»"))
                .isOver()
                .hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Уведомление о новом сроке, которое ещё не передано автору, передают тоже из закрытого дела")
    void aNoticeOnItsWayGoesAlong() {
        ProcessJourney journey = journeys.registered("phone", "Жалоба о ребёнке", LegalRegime.APPEAL_59FZ)
                .completes(
                        "userTask_registerAppeal",
                        "operator",
                        Map.of("appealNumberText", "Р-" + System.nanoTime(), "appealRegisteredOn", "2026-11-23"));
        events.publishEvent(new TermMoved(
                new IncidentNumber(journey.number()),
                answers.addMessage(journey.number(), Answer.Kind.NOTICE, "Срок продлён до 22.01.2027.", "system")));
        Map<String, Object> form = new HashMap<>(route("HLTH-1", "VLD"));
        form.put("restrictionCode", "CHILD");
        journey.runsJobs()
                .isWaitingAt("userTask_triageMessage", "userTask_publishManually")
                .completes("userTask_triageMessage", "operator", form)
                .isWaitingAt("userTask_acceptIncident", "userTask_publishManually");
        assertThat(seenBy("operator", journey)).isZero();
        journey.completes("userTask_publishManually", "curator", TOLD_BY_PHONE)
                .hasPassed("endEvent_authorNotified")
                .isWaitingAt("userTask_acceptIncident");
    }

    private ProcessJourney restricted(Map<String, Object> route) {
        Map<String, Object> form = new HashMap<>(route);
        form.put("restrictionCode", "CHILD");
        return journeys.registered("Ребёнок остался без лекарств")
                .completes("userTask_triageMessage", "operator", form);
    }

    private long seenBy(String person, ProcessJourney journey) {
        return journey.as(person, () -> tasks.createTaskQuery()
                .processInstanceBusinessKey(journey.number())
                .count());
    }
}
