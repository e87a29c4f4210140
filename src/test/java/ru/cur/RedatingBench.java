package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.sla.calendar.CalendarDrafts;
import ru.cur.sla.calendar.CalendarPreview;
import ru.cur.sla.calendar.DayKind;
import ru.cur.sla.clock.ClockMoves;
import ru.cur.sla.clock.ClockPreview;
import ru.cur.sla.clock.Redating;
import ru.cur.sla.clock.Redatings;

/**
 * Ten thousand open cases, each an instance of the engine with its timers, its task and its clocks, after a decree: preview,
 * then the batch as the job executor runs it.
 */
@CurTest
class RedatingBench {
    private static final int CASES = 10_000;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private OpenCases open;

    @Autowired
    private ZoneId zone;

    @Autowired
    private CalendarDrafts drafts;

    @Autowired
    private ClockPreview preview;

    @Autowired
    private Redatings redatings;

    @Test
    void everyOpenCaseAfterADecree() {
        engine.getJobExecutor().start();
        try {
            int cases = open.atLeast(CASES);
            LocalDate dayOff = LocalDate.ofInstant(firstTimer(), zone);
            long onIt = timersOn(dayOff);
            measure("a day off", dayOff, cases, 1);
            assertThat(timersOn(dayOff))
                    .as("timers on the day off, %d before", onIt)
                    .isZero();
            measure("nothing moves", LocalDate.of(2044, 3, 14), cases, 0);
        } finally {
            engine.getJobExecutor().shutdown();
        }
    }

    private void measure(String what, LocalDate dayOff, int cases, int atLeast) {
        long draft = drafts.decree(dayOff, DayKind.OFF, "Указ № 1", "bench");
        CalendarPreview previewed = drafts.preview(draft);
        long start = System.nanoTime();
        ClockMoves foretold = preview.of(previewed.proposed(), 100);
        double previewing = seconds(start);
        start = System.nanoTime();
        long version = drafts.confirm(draft, previewed.version(), "bench");
        double confirming = seconds(start);
        long id = redatings.ofVersion(version).orElseThrow().id();
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !redatings.find(id).orElseThrow().isActive());
        double redating = seconds(start);
        Redating done = redatings.find(id).orElseThrow();
        BenchTable table = new BenchTable("Re-dating %d open cases of the engine, %s".formatted(cases, what));
        table.row("preview", previewing, "s", "");
        table.row("confirming", confirming, "s", "");
        table.row("all re-dated, with 5 s for every node to know", redating, "s", "goal < 60");
        table.row("rate", cases / redating, "cases/s", "");
        table.row("clocks moved", done.moved(), "", "");
        table.print();
        assertThat(done.done()).isEqualTo(cases);
        assertThat(done.moved()).isGreaterThanOrEqualTo(atLeast).isEqualTo(foretold.moved());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private Instant firstTimer() {
        return timers().orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .get(0)
                .getDuedate()
                .toInstant();
    }

    private long timersOn(LocalDate day) {
        return timers().duedateHigherThan(Date.from(day.atStartOfDay(zone).toInstant()))
                .duedateLowerThan(Date.from(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .count();
    }

    private JobQuery timers() {
        return engine.getManagementService().createJobQuery().activityId("timerEvent_triageHalfPassed");
    }
}
