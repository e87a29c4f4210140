package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.EMERGENCY_CALL;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.assigned;
import static ru.cur.CaseSteps.danger;
import static ru.cur.CaseSteps.returned;
import static ru.cur.CaseSteps.route;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.ProcessJourneys;
import ru.cur.incident.EmergencyCalls;
import ru.cur.incident.IncidentNumber;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

class TriageOutcomesProcessTest extends ClockedTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clocks clocks;

    @Autowired
    private EmergencyCalls calls;

    @Test
    @DisplayName(
            "Два вопроса в одном сообщении: два инцидента, оригинал цел, автору ответят на каждый под его сообщением")
    void twoQuestionsAreTwoCases() {
        ProcessJourney journey = journeys.registered("В подъезде темно, а во дворе яма. Когда почините?");
        journey.completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of("triageOutcome", "SPLIT", "splitText", "В подъезде темно\n\n  Во дворе яма "))
                .isWaitingAt("userTask_triageMessage");
        List<String> others = jdbc.sql("select number from incident where split_from = ?")
                .param(journey.number())
                .query(String.class)
                .list();
        assertThat(others).hasSize(1);
        assertThat(messages(journey.number())).containsExactly("0 В подъезде темно");
        assertThat(messages(others.get(0))).containsExactly("1 Во дворе яма");
        journeys.of(others.get(0))
                .runsJobs()
                .isWaitingAt("userTask_triageMessage")
                .hasStatus("NEW");
        accepted(journey).isWaitingAt("userTask_doWork");
    }

    private List<String> messages(String number) {
        return jdbc.sql("select part || ' ' || question from message join incident on incident.id = incident_id"
                        + " where number = ? and text like 'В подъезде темно, а%'")
                .param(number)
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("Один вопрос не делят, больше десяти тоже")
    void oneQuestionIsNotSplit() {
        ProcessJourney journey = journeys.registered("Темно");
        refuses(journey, Map.of("triageOutcome", "SPLIT"), "каждый с новой строки");
        refuses(journey, Map.of("triageOutcome", "SPLIT", "splitText", "Темно"), "не меньше двух");
        refuses(journey, Map.of("triageOutcome", "SPLIT", "splitText", "Темно\n".repeat(11)), "больше 10");
        journey.isWaitingAt("userTask_triageMessage").hasStatus("MODERATION");
    }

    @Test
    @DisplayName("Вызов не приняли: задача остаётся, каждый звонок записан, срок – 15 минут днём и ночью")
    void everyCallIsLogged() {
        ProcessJourney journey = journeys.registered("Люк без крышки")
                .completes("userTask_triageMessage", "operator", danger("ROAD-1", "ARS"));
        assertThat(clocks.open(journey.number(), ClockKind.EMERGENCY)
                        .orElseThrow()
                        .dueAt())
                .contains(ProcessJourneys.MONDAY_MORNING.plus(Duration.ofMinutes(15)));
        Map<String, Object> refused = new HashMap<>(EMERGENCY_CALL);
        refused.put("emergencyOutcome", "NOT_ACCEPTED");
        refused.put("spokeWithText", "Никто не ответил");
        journey.completes("userTask_handOverToEmergency", "operator", refused)
                .isWaitingAt("userTask_handOverToEmergency", "userTask_acceptIncident")
                .fires("timerEvent_emergencyHalfPassed")
                .hasPassed("messageEndEvent_emergencyEscalated")
                .completes("userTask_handOverToEmergency", "operator", EMERGENCY_CALL)
                .isWaitingAt("userTask_acceptIncident");
        assertThat(calls.of(new IncidentNumber(journey.number())))
                .extracting(line -> line.call().accepted() + " " + line.call().spokeWith())
                .containsExactly("false Никто не ответил", "true Диспетчер Иванова, вызов 118");
        assertThat(clocks.open(journey.number(), ClockKind.EMERGENCY)).isEmpty();
    }

    @Test
    @DisplayName("Не хватает сведений: вопрос автору, сроки стоят, его ответ возвращает сообщение на разбор")
    void theAuthorIsAsked() {
        ProcessJourney journey = asked("Яма на дороге").hasStatus("CLARIFY");
        assertThat(clocks.open(journey.number(), ClockKind.FIRST_ANSWER)
                        .orElseThrow()
                        .clock()
                        .isPaused())
                .isTrue();
        journey.after(Duration.ofHours(20));
        journeys.authorReplies(journey, "На Русской, 5");
        journey.runsJobs().isWaitingAt("userTask_triageMessage");
        assertThat(clocks.open(journey.number(), ClockKind.FIRST_ANSWER)
                        .orElseThrow()
                        .clock()
                        .isPaused())
                .isFalse();
        accepted(journey).isWaitingAt("userTask_doWork");
        assertThat(column(journey, "first_answer_due")).isAfter(Instant.parse("2026-11-24T00:00:00Z"));
    }

    @Test
    @DisplayName("Автор промолчал три дня: инцидент закрыт с этим результатом")
    void silenceCloses() {
        ProcessJourney journey = asked("Яма на дороге");
        assertThat(journey.timer("timerEvent_clarificationOver").getDuedate().toInstant())
                .isEqualTo(ProcessJourneys.MONDAY_MORNING.plus(Duration.ofDays(3)));
        journey.fires("timerEvent_clarificationOver").isOver().hasStatus("CLOSED");
        assertThat(journey.column("result")).isEqualTo("NO_REPLY");
    }

    private ProcessJourney asked(String text) {
        return journeys.registered(text)
                .completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of("triageOutcome", "ASK", "questionText", "Здравствуйте! Уточните, пожалуйста, адрес."));
    }

    @Test
    @DisplayName("Трижды вернули: спор решает руководитель ЦУР, срок ответа всё это время идёт")
    void theThirdReturnGoesToTheHead() {
        ProcessJourney journey =
                journeys.registered("Трава").completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));
        Instant due = column(journey, "first_answer_due");
        for (int i = 0; i < 2; i++) {
            returned(journey, "vladivostok")
                    .isWaitingAt("userTask_assignBody")
                    .hasStatus("RETURNED")
                    .completes("userTask_assignBody", "curator", assigned("admVladivostok"));
        }
        returned(journey, "vladivostok").isWaitingAt("userTask_settleCompetence");
        assertThatThrownBy(() ->
                        journey.completes("userTask_settleCompetence", "head", Map.of("bodyId", "admVladivostok")))
                .hasStackTraceContaining("Объясните решение");
        journey.completes(
                        "userTask_settleCompetence",
                        "head",
                        Map.of("bodyId", "admVladivostok", "assignText", "Территория города"))
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .isWaitingAt("userTask_doWork");
        assertThat(column(journey, "first_answer_due")).isEqualTo(due);
    }

    @Test
    @DisplayName("Направлять некому: куратор возвращает сообщение на разбор, и его отклоняют")
    void theCuratorSendsItBackToTriage() {
        ProcessJourney journey =
                journeys.registered("Трава").completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));
        returned(journey, "vladivostok");
        assertThatThrownBy(() ->
                        journey.completes("userTask_assignBody", "curator", Map.of("assignOutcome", "BACK_TO_TRIAGE")))
                .hasStackTraceContaining("Поясните");
        journey.completes(
                        "userTask_assignBody",
                        "curator",
                        Map.of("assignOutcome", "BACK_TO_TRIAGE", "assignText", "Это в Хабаровске"))
                .isWaitingAt("userTask_triageMessage")
                .completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of(
                                "triageOutcome",
                                "REJECT",
                                "rejectReasonCode",
                                "OTHER_REGION",
                                "rejectText",
                                "Хабаровский край"))
                .isOver()
                .hasStatus("REJECTED");
    }

    private static Instant column(ProcessJourney journey, String name) {
        return ((java.sql.Timestamp) journey.column(name)).toInstant();
    }

    private static void refuses(ProcessJourney journey, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_triageMessage", "operator", form))
                .hasStackTraceContaining(sentence);
    }
}
