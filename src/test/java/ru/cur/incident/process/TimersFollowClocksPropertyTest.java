package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.REWORK;
import static ru.cur.CaseSteps.promise;
import static ru.cur.CaseSteps.route;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import ru.cur.CurTest;
import ru.cur.ProcessJourney;
import ru.cur.ProcessJourneys;
import ru.cur.incident.Appeals;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.Requalification;
import ru.cur.incident.Requalifications;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockReading;
import ru.cur.sla.clock.ClockRefusal;
import ru.cur.sla.clock.Clocks;

/**
 * Whatever happens to a case in whatever order, its open timers and tasks stand where its clocks say. The cases are real ones:
 * they live in the diagrams, with the job executor's work done by hand.
 */
class TimersFollowClocksPropertyTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Vladivostok");
    private static final Map<String, ClockKind> TASKS = Map.of(
            "userTask_triageMessage", ClockKind.TRIAGE,
            "userTask_assignBody", ClockKind.TRIAGE,
            "userTask_acceptIncident", ClockKind.ACCEPTANCE,
            "userTask_approveResponse", ClockKind.APPROVAL,
            "userTask_publishManually", ClockKind.PUBLICATION,
            "userTask_proveCompletion", ClockKind.CONTROL);
    private static final Set<String> ANSWER_TASKS =
            Set.of("userTask_doWork", "userTask_prepareResponse", "userTask_endorseResponse");

    private final World world = new World();
    private ProcessJourney journey;

    /** The program that all tests of the JVM share. */
    @CurTest
    static class World {
        @Autowired
        private ProcessJourneys journeys;

        @Autowired
        private Clocks clocks;

        @Autowired
        private Requalifications requalifications;

        @Autowired
        private WorkingCalendars calendars;

        @Autowired
        private JdbcClient jdbc;

        @Autowired
        private Clock clock;
    }

    /** What can happen to a case. */
    private enum Event {
        WORK,
        SEND_BACK,
        PROMISE,
        PAUSE,
        RESUME,
        EXTEND,
        RECLASSIFY,
        NEXT_TIMER,
        TIME_PASSES
    }

    /** @param choice decides what the event leaves open */
    private record Step(Event event, int choice) {}

    @BeforeTry
    void begin() throws Exception {
        new TestContextManager(World.class).prepareTestInstance(world);
        world.journeys.setClock(ProcessJourneys.MONDAY_MORNING);
        journey = world.journeys.registered("Трава по пояс");
    }

    @AfterTry
    void end() {
        world.journeys.releaseClock();
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Combinators.combine(
                        Arbitraries.of(Event.class), Arbitraries.integers().between(0, 999))
                .as(Step::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(30);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void openTimersStandWhereTheClocksSay(@ForAll("lives") List<Step> life) {
        compare("registration");
        for (Step step : life) {
            try {
                happen(step);
            } catch (ClockRefusal | CaseRefusal refused) {
                // What makes no sense is refused and must change nothing, which is compared below.
            } catch (ProcessEngineException e) {
                assertThat(e).hasStackTraceContaining("FormRefusal");
            }
            compare(step.toString());
        }
    }

    private void happen(Step step) {
        switch (step.event()) {
            case WORK -> work(ANSWER, APPROVE);
            case SEND_BACK -> work(ANSWER, REWORK);
            case PROMISE -> work(promise(inDays(5 + step.choice() % 25).toString()), APPROVE);
            case PAUSE -> world.clocks.change(journey.number(), "curator", change -> change.pause("ожидание ответа"));
            case RESUME -> world.clocks.change(journey.number(), "curator", change -> change.resume());
            case EXTEND ->
                world.clocks.change(
                        journey.number(),
                        "curator",
                        change -> change.extend(
                                ClockKind.values()[step.choice() % ClockKind.values().length],
                                new Term(
                                        1 + step.choice() % 40,
                                        TermUnit.values()[step.choice() % TermUnit.values().length]),
                                "нет техники",
                                "head"));
            case RECLASSIFY ->
                world.requalifications.apply(
                        new IncidentNumber(journey.number()),
                        new Requalification(
                                List.of("IMPR-1", "HEAT-4", "ROAD-2").get(step.choice() % 3),
                                LegalRegime.values()[step.choice() % LegalRegime.values().length],
                                null,
                                null,
                                new Appeals.JournalEntry(UUID.randomUUID().toString(), inDays(0), null),
                                "уточнено"),
                        "curator");
            case NEXT_TIMER -> nextTimer();
            case TIME_PASSES -> journey.after(Duration.ofMinutes(step.choice()));
        }
    }

    private LocalDate inDays(int days) {
        return world.clock.instant().atZone(ZONE).toLocalDate().plusDays(days);
    }

    /** Whatever task of the case waits is done. */
    private void work(Map<String, Object> answer, Map<String, Object> decision) {
        Set<String> waiting =
                journey.tasks().map(Task::getTaskDefinitionKey).collect(java.util.stream.Collectors.toSet());
        if (waiting.contains("userTask_triageMessage")) {
            journey.completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));
        } else if (waiting.contains("userTask_acceptIncident")) {
            journey.completes("userTask_acceptIncident", "vladivostok", ACCEPT);
        } else if (waiting.contains("userTask_doWork")) {
            journey.completes("userTask_doWork", "vladivostok", MOWN);
        } else if (waiting.contains("userTask_prepareResponse")) {
            journey.completes("userTask_prepareResponse", "vladivostok", answer);
        } else if (waiting.contains("userTask_endorseResponse")) {
            journey.completes("userTask_endorseResponse", "vladivostokHead", ENDORSE);
        } else if (waiting.contains("userTask_approveResponse")) {
            journey.completes("userTask_approveResponse", "curator", decision);
        } else if (waiting.contains("userTask_proveCompletion")) {
            journey.completes(
                    "userTask_proveCompletion",
                    "vladivostok",
                    Map.of(
                            "controlOutcome",
                            "PROVED",
                            "proofText",
                            "Сделано.",
                            "completedOn",
                            inDays(0).toString(),
                            "evidenceUrl",
                            "https://photo.example/2.jpg"));
        }
    }

    /** The earliest timer of the case comes, as it would without anybody's doing. */
    private void nextTimer() {
        journey.timers().stream()
                .filter(timer -> timer.getDuedate().toInstant().isBefore(ExpectedDates.RESTING.toInstant()))
                .min(Comparator.comparing(timer -> timer.getDuedate().toInstant()))
                .ifPresent(timer -> journey.fires(timer));
    }

    private void compare(String after) {
        ExpectedDates expected =
                new ExpectedDates(journey, world.clocks, world.calendars, world.jdbc, world.clock.instant());
        for (Job timer : journey.timers()) {
            assertThat(timer.getDuedate())
                    .as("%s of %s after %s", journey.activityOf(timer), journey.number(), after)
                    .isEqualTo(expected.of(timer));
        }
        journey.tasks().forEach(task -> {
            Optional<ClockKind> kind = ANSWER_TASKS.contains(task.getTaskDefinitionKey())
                    ? Optional.of(expected.answerClock())
                    : Optional.ofNullable(TASKS.get(task.getTaskDefinitionKey()));
            kind.ifPresent(clock -> assertThat(task.getDueDate())
                    .as("%s of %s after %s", task.getTaskDefinitionKey(), journey.number(), after)
                    .isEqualTo(expected.open(clock)
                            .flatMap(ClockReading::dueAt)
                            .map(Date::from)
                            .orElse(null)));
        });
    }
}
