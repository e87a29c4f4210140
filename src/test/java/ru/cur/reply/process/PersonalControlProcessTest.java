package ru.cur.reply.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.promise;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CaseSteps;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.directory.Absences;
import ru.cur.incident.CaseMarks;
import ru.cur.incident.IncidentNumber;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;

class PersonalControlProcessTest extends ClockedTest {
    private static final Map<String, Object> AGREE = Map.of("viceGovernorOutcome", "APPROVE");

    @Autowired
    private CaseMarks marks;

    @Autowired
    private Answers answers;

    @Autowired
    private Absences absences;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void everybodyIsAtWork() {
        jdbc.sql("delete from absence").update();
    }

    @Test
    @DisplayName("Личный контроль: после куратора ответ утверждает вице-губернатор блока, потом он публикуется")
    void theViceGovernorOfTheBlockReadsItToo() {
        ProcessJourney journey = underControl(answered(journeys.registered("Трава")))
                .completes("userTask_approveResponse", "curator", APPROVE)
                .isWaitingAt("userTask_approveByViceGovernor")
                .hasStatus("APPROVAL");
        assertThat(journey.task("userTask_approveByViceGovernor").getAssignee()).isEqualTo("manager");
        assertThat(journey.task("userTask_approveByViceGovernor").getDueDate()).isEqualTo(dueOfApproval(journey));
        assertThat(answers.latest(journey.number()).orElseThrow().state()).isEqualTo(Answer.State.DRAFT);
        assertThat(journey.column("approved_at")).isNull();
        assertThatThrownBy(() -> journey.completes("userTask_approveByViceGovernor", "operator", AGREE))
                .hasStackTraceContaining("already claimed by someone else");
        journey.completes("userTask_approveByViceGovernor", "manager", AGREE)
                .hasPassed("serviceTask_clearForPublication")
                .closes()
                .isOver()
                .hasStatus("CLOSED");
        assertThat(answers.latest(journey.number()).orElseThrow().decidedBy()).isEqualTo("manager");
        assertThat(history(journey))
                .containsSubsequence("Ответ согласован куратором, ждёт вице-губернатора", "Ответ согласован");
    }

    private Object dueOfApproval(ProcessJourney journey) {
        return Date.from(jdbc.sql("select due_at from sla_clock where incident_number = :number and kind = 'APPROVAL'")
                .param("number", journey.number())
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single());
    }

    @Test
    @DisplayName("Вице-губернатор вернул ответ: исполнитель правит, согласование проходит заново")
    void theViceGovernorSendsItBack() {
        ProcessJourney journey = underControl(answered(journeys.registered("Трава")))
                .completes("userTask_approveResponse", "curator", APPROVE);
        assertThatThrownBy(() -> journey.completes(
                        "userTask_approveByViceGovernor", "manager", Map.of("viceGovernorOutcome", "RETURN")))
                .hasStackTraceContaining("Укажите причину возврата");
        assertThatThrownBy(() -> journey.completes("userTask_approveByViceGovernor", "manager", Map.of()))
                .hasStackTraceContaining("Выберите: согласовать или вернуть");
        journey.completes(
                        "userTask_approveByViceGovernor",
                        "manager",
                        Map.of(
                                "viceGovernorOutcome",
                                "RETURN",
                                "reworkReasonCode",
                                "TONE",
                                "returnText",
                                "Напишите проще, без канцелярита"))
                .hasPassed("endEvent_returnedByViceGovernor")
                .isWaitingAt("userTask_prepareResponse")
                .hasStatus("REWORK");
        assertThat(answers.latest(journey.number()).orElseThrow().decidedBy()).isEqualTo("manager");
        journey.completes("userTask_prepareResponse", "vladivostok", ANSWER)
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", APPROVE)
                .completes("userTask_approveByViceGovernor", "manager", AGREE)
                .closes()
                .isOver()
                .hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Вице-губернатор в отпуске: ответ утверждает замещающий; блока нет ни у кого – любой вице-губернатор")
    void whoStandsInDecides() {
        absences.add(
                "manager", "managerSocial", LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 30), "Отпуск", "head");
        ProcessJourney substituted = underControl(answered(journeys.registered("Трава")))
                .completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(substituted.task("userTask_approveByViceGovernor").getAssignee())
                .isEqualTo("managerSocial");
        substituted
                .completes("userTask_approveByViceGovernor", "managerSocial", AGREE)
                .closes()
                .isOver();

        absences.add("managerSocial", null, LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 30), "Отпуск", "head");
        ProcessJourney anybodys = underControl(answered(journeys.registered("Трава")))
                .completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(anybodys.task("userTask_approveByViceGovernor").getAssignee())
                .isNull();
        anybodys.completes("userTask_approveByViceGovernor", "manager", AGREE)
                .closes()
                .isOver();
    }

    @Test
    @DisplayName("Вице-губернатор медлит: лестница срока согласования, обещание за это время истекает")
    void theTermOfApprovalGoesOn() {
        ProcessJourney journey = underControl(CaseSteps.accepted(journeys.registered("Трава"))
                        .completes(
                                "userTask_doWork",
                                "vladivostok",
                                Map.of("workOutcome", "PLANNED", "workText", "В плане"))
                        .completes("userTask_prepareResponse", "vladivostok", promise("2026-11-25"))
                        .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE))
                .completes("userTask_approveResponse", "curator", APPROVE)
                .fires("timerEvent_viceGovernorHalfPassed")
                .hasPassed("messageEndEvent_viceGovernorEscalated")
                .isWaitingAt("userTask_approveByViceGovernor")
                .after(Duration.ofDays(3));
        assertThatThrownBy(() -> journey.completes("userTask_approveByViceGovernor", "manager", AGREE))
                .hasStackTraceContaining("Обещанная дата 25.11.2026 уже прошла");
        journey.isWaitingAt("userTask_approveByViceGovernor");
    }

    /** What the case passes on to its answer. */
    private ProcessJourney underControl(ProcessJourney journey) {
        marks.personalControl(new IncidentNumber(journey.number()), true, "Поручение на совещании", "governor");
        return journey;
    }

    private List<String> history(ProcessJourney journey) {
        return jdbc.sql(
                        "select kind from incident_event where incident_id = (select id from incident where number = :number)"
                                + " order by id")
                .param("number", journey.number())
                .query(String.class)
                .list();
    }
}
