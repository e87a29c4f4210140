package ru.cur.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.accepted;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.incident.CaseOutcome;
import ru.cur.incident.CaseWork;
import ru.cur.incident.CaseWork.Executor;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.Requalification;
import ru.cur.incident.Requalifications;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

class LadderFollowsClockProcessTest extends ClockedTest {
    @Autowired
    private Clocks clocks;

    @Autowired
    private Requalifications requalifications;

    @Autowired
    private CaseOutcome cases;

    @Autowired
    private CaseWork work;

    @Test
    @DisplayName("Пауза: ступени не наступают, после неё лестница идёт с того, что осталось")
    void aPausedClockReachesNoStep() {
        ProcessJourney journey = accepted(journeys.registered("Трава"))
                .fires("timerEvent_answerHalfPassed")
                .fires("timerEvent_levelReached");
        clocks.change(journey.number(), "curator", change -> change.pause("ожидание ответа автора"));
        assertThat(journey.timer("timerEvent_levelReached").getDuedate()).isAfter("2100-01-01");
        assertThat(journey.task("userTask_doWork").getDueDate()).isNull();
        journey.after(Duration.ofDays(2));
        clocks.change(journey.number(), "curator", change -> change.resume());
        assertThat(journey.timer("timerEvent_levelReached").getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-11-25T07:00:00Z"));
        assertThat(journey.task("userTask_doWork").getDueDate().toInstant())
                .isEqualTo(Instant.parse("2026-11-26T00:00:00Z"));
    }

    @Test
    @DisplayName(
            "Просрочку продлили: отметка снята, новый срок прошёл – о нём узнают снова, со ступени, до которой было далеко")
    void anExtendedTermIsClimbedAgain() {
        ProcessJourney journey = accepted(journeys.registered("Трава")).fires("timerEvent_answerHalfPassed");
        for (int level = 1; level <= 4; level++) {
            journey.fires("timerEvent_levelReached");
        }
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
        clocks.change(
                journey.number(),
                "curator",
                change -> change.extend(
                        ClockKind.FIRST_ANSWER, new Term(8, TermUnit.WORKING_HOURS), "Ждём технику", "curator"));
        assertThat(journey.column("sla_state")).isEqualTo("ON_TIME");
        // Sixteen hours in all, eight of them behind.
        journey.reachesStep("2026-11-24T05:00:00Z", "vladivostok", "vladivostokHead");
        assertThat(journey.column("sla_state")).isEqualTo("AT_RISK");
        journey.reachesStep("2026-11-24T07:24:00Z", "curator");
        journey.reachesStep("2026-11-25T00:00:00Z", "vladivostokHead");
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
    }

    @Test
    @DisplayName("Инцидент стал аварией на полпути: лестница аварии начинается с первой ступени, ни одна не пропущена")
    void anAccidentOnTheWayClimbsItsOwnLadder() {
        ProcessJourney journey = accepted(journeys.registered("Трава")).fires("timerEvent_answerHalfPassed");
        for (int level = 1; level <= 3; level++) {
            journey.fires("timerEvent_levelReached");
        }
        int before = journey.told().size();
        requalifications.apply(
                new IncidentNumber(journey.number()),
                Requalification.of("HEAT-5", LegalRegime.SOCIAL_MESSAGE, "батареи"),
                "curator");
        assertThat(journey.column("severity")).isEqualTo("P0");
        journey.fires("timerEvent_levelReached");
        assertThat(journey.told().subList(before, before + 2))
                .containsExactlyInAnyOrder("vladivostok", "vladivostokHead");
        journey.fires("timerEvent_levelReached").fires("timerEvent_levelReached");
        assertThat(journey.column("sla_state")).isEqualTo("OVERDUE");
        assertThat(journey.told().subList(before, journey.told().size())).contains("head", "curator");
        journey.isWaitingAt(
                "userTask_doWork", "userTask_callExecutor", "userTask_callExecutor", "userTask_resolveBreach");
    }

    @Test
    @DisplayName("Новый орган ещё не принял: напоминают его исполнителям, а не тому, кто работал раньше")
    void theFormerExecutorIsToldNoMore() {
        ProcessJourney journey = accepted(journeys.registered("Трава"));
        cases.reopen(new IncidentNumber(journey.number()));
        assertThat(journey.column("executor_id")).isNull();
        work.accepted(new IncidentNumber(journey.number()), new Executor("vladivostok", null), "vladivostok");
        work.send(new IncidentNumber(journey.number()), "primvodokanal", "curator", "сети водоканала");
        assertThat(journey.column("executor_id")).isNull();
    }
}
