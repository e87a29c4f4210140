package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.PROOF;
import static ru.cur.CaseSteps.TOLD_BY_PHONE;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.promised;
import static ru.cur.CaseSteps.returned;
import static ru.cur.CaseSteps.route;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.AuthorWords;
import ru.cur.incident.CaseClockActs;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.PauseReason;
import ru.cur.incident.Requalification;
import ru.cur.incident.Requalifications;

/** Turns that come when a case has already been somewhere else; random histories have found them. */
class LateTurnsProcessTest extends ClockedTest {
    private static final Map<String, Object> BACK_TO_TRIAGE =
            Map.of("assignOutcome", "BACK_TO_TRIAGE", "assignText", "Направлять некому");
    private static final Map<String, Object> WITHDRAWN =
            Map.of("followUpOutcome", "WITHDRAWN", "followUpText", "«Не надо»");

    @Autowired
    private AuthorFeedback feedback;

    @Autowired
    private AuthorWords words;

    @Autowired
    private CaseClockActs acts;

    @Autowired
    private Requalifications requalifications;

    @Test
    @DisplayName(
            "Ответ уже опубликован: объединить с ним нельзя, присоединить как к массовому можно – и автор получит ответ")
    void aMessageComesAfterTheAnswer() {
        ProcessJourney main =
                answered(journeys.registered("Трава")).completes("userTask_approveResponse", "curator", APPROVE);
        ProcessJourney late = journeys.registered("Та же трава");
        assertThatThrownBy(() -> late.completes("userTask_triageMessage", "operator", to("MERGE", main)))
                .hasStackTraceContaining("присоедините сообщение к нему как к массовому");
        late.completes("userTask_triageMessage", "operator", to("JOIN", main)).hasStatus("ANSWERED");
    }

    @Test
    @DisplayName(
            "Вернули на разбор: прежний орган забыт, новый находят правила; вернуть можно и то, чего не было ни у кого")
    void itIsSortedOnceMore() {
        ProcessJourney journey =
                journeys.registered("Трава").completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));
        returned(journey, "vladivostok")
                .completes("userTask_assignBody", "curator", BACK_TO_TRIAGE)
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "ARS"));
        assertThat(journey.column("body_id")).isEqualTo("admArsenyev");
        ProcessJourney nobodys = journeys.registered("Спасибо всем")
                .completes("userTask_triageMessage", "operator", route("THNK", "VLD"))
                .completes("userTask_assignBody", "curator", BACK_TO_TRIAGE);
        nobodys.isWaitingAt("userTask_triageMessage");
    }

    @Test
    @DisplayName("Инцидент объединён, а дополнение ещё не прочитано: отзывать в нём нечего, статус прежний")
    void nothingIsLeftToWithdraw() {
        ProcessJourney main = accepted(journeys.registered("Трава"));
        ProcessJourney merged = journeys.registered("Та же трава");
        words.add(new IncidentNumber(merged.number()), "И у забора", "operator");
        merged.runsJobs().completes("userTask_triageMessage", "operator", to("MERGE", main));
        assertThatThrownBy(() -> merged.completes("userTask_readFollowUp", "operator", WITHDRAWN))
                .hasStackTraceContaining("отзывать нечего");
        merged.completes("userTask_readFollowUp", "operator", Map.of("followUpOutcome", "NOTED"))
                .isOver()
                .hasStatus("MERGED");
    }

    @Test
    @DisplayName("Работа приостановлена, а ответ передал оператор: задача «Возобновить» снимается и от его шага")
    void anOperatorEndsTheSuspension() {
        ProcessJourney journey = answered(journeys.registered("instagram", "Трава"))
                .completes("userTask_approveResponse", "curator", APPROVE);
        acts.pause(
                new IncidentNumber(journey.number()),
                PauseReason.SUSPENDED,
                "паводок",
                new CaseClockActs.Decider("head", true));
        journey.runsJobs()
                .isWaitingAt("userTask_publishManually", "userTask_resumeWork")
                .completes("userTask_publishManually", "operator", TOLD_BY_PHONE)
                .isWaitingAt()
                .hasStatus("ANSWERED");
    }

    @Test
    @DisplayName("Ответ на согласовании, а место другое: новый орган отвечает сам, срок согласования начинается снова")
    void anotherBodyAnswersAfterAll() {
        ProcessJourney journey = answered(journeys.registered("Трава")).isWaitingAt("userTask_approveResponse");
        reroute(journey);
        journey.completes("userTask_acceptIncident", "arsenyev", ACCEPT)
                .completes("userTask_doWork", "arsenyev", MOWN)
                .completes("userTask_prepareResponse", "arsenyev", ANSWER)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .closes()
                .isOver()
                .hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Обещание выполнено, а автор не согласен: орган принимает и работает снова, срок – итогового ответа")
    void theAuthorDisagreesAfterAKeptPromise() {
        ProcessJourney journey = promised(journeys.registered("Люк"), "2026-12-18")
                .completes("userTask_proveCompletion", "vladivostok", proof())
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasStatus("ANSWERED");
        feedback.disagree(new IncidentNumber(journey.number()), "Крышки нет", "vk");
        journey.runsJobs().isWaitingAt("userTask_acceptIncident");
        reroute(journey);
        journey.isWaitingAt("userTask_acceptIncident");
        assertThat(journey.variable("userTask_acceptIncident", "answerClock")).isEqualTo("SOLUTION");
        journey.completes("userTask_acceptIncident", "arsenyev", ACCEPT).completes("userTask_doWork", "arsenyev", MOWN);
    }

    @Test
    @DisplayName("Основной закончился без ответа, а место присоединённого другое: он идёт к другому органу сам")
    void aFormerMemberIsElsewhere() {
        ProcessJourney main = accepted(journeys.registered("Нет воды"));
        ProcessJourney child =
                journeys.registered("И у нас").completes("userTask_triageMessage", "operator", to("JOIN", main));
        words.add(new IncidentNumber(main.number()), "Вода пошла", "operator");
        main.runsJobs()
                .completes("userTask_readFollowUp", "operator", WITHDRAWN)
                .isOver();
        child.runsJobs().isWaitingAt("userTask_acceptIncident");
        reroute(child);
        child.isWaitingAt("userTask_acceptIncident");
        assertThat(child.column("body_id")).isEqualTo("admArsenyev");
    }

    private void reroute(ProcessJourney journey) {
        requalifications.apply(
                new IncidentNumber(journey.number()),
                new Requalification(
                        "IMPR-1", LegalRegime.SOCIAL_MESSAGE, "ARS", "ул. Октябрьская, 16", null, "это Арсеньев"),
                "curator");
        journey.runsJobs();
    }

    private static Map<String, Object> to(String outcome, ProcessJourney main) {
        return Map.of("triageOutcome", outcome, "targetNumber", main.number());
    }

    private static Map<String, Object> proof() {
        Map<String, Object> form = new HashMap<>(PROOF);
        form.put("completedOn", "2026-11-23");
        form.put("proofText", "Крышка установлена, проверено на месте.");
        return form;
    }
}
