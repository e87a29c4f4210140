package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.CalendarDrafts;
import ru.cur.sla.calendar.CalendarPreview;
import ru.cur.sla.calendar.DayKind;
import ru.cur.sla.calendar.WorkingCalendar;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.clock.ClockMoves;
import ru.cur.sla.clock.ClockPreview;
import ru.cur.sla.clock.Redating;
import ru.cur.sla.clock.Redatings;

/** Ten thousand open cases with three clocks each after a decree: preview, then the batch as the job executor runs it. */
@CurTest
class RedatingBench {
    private static final int CASES = 10_000;
    private static final int CLOCKS_EACH = 3;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CalendarDrafts drafts;

    @Autowired
    private ClockPreview preview;

    @Autowired
    private Redatings redatings;

    @Autowired
    private WorkingCalendars calendars;

    @Test
    void everyOpenCaseAfterADecree() {
        openCases();
        engine.getJobExecutor().start();
        try {
            measure("everything moves", LocalDate.of(2026, 11, 24), CASES * CLOCKS_EACH);
            measure("nothing moves", LocalDate.of(2044, 3, 14), 0);
        } finally {
            engine.getJobExecutor().shutdown();
        }
    }

    private void measure(String what, LocalDate dayOff, int moves) {
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
        BenchTable table = new BenchTable("Re-dating %d open cases, %s".formatted(CASES, what));
        table.row("preview", previewing, "s", "");
        table.row("confirming", confirming, "s", "");
        table.row("all re-dated, with 5 s for every node to know", redating, "s", "goal < 60");
        table.row("rate", CASES / redating, "cases/s", "");
        table.print();
        Redating done = redatings.find(id).orElseThrow();
        assertThat(done.done()).isEqualTo(CASES);
        assertThat(done.moved()).isEqualTo(moves).isEqualTo(foretold.moved());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Straight into the tables: cases of the engine would take minutes to make, and the clocks are what is measured. */
    private void openCases() {
        jdbc.sql("insert into incident (number, legal_regime, status, severity, detected_at, registered_at)"
                        + " select 'ПК-2026-' || lpad(i::text, 6, '0'), 'SOCIAL_MESSAGE', 'ROUTED', 'P2', now(), now()"
                        + " from generate_series(500001, 500000 + :cases) i")
                .param("cases", CASES)
                .update();
        openClocks("FIRST_ANSWER", new Term(20, TermUnit.WORKING_HOURS));
        openClocks("SOLUTION", new Term(30, TermUnit.WORKING_DAYS));
        openClocks("ACCEPTANCE", new Term(600, TermUnit.WORKING_MINUTES));
    }

    private void openClocks(String kind, Term term) {
        WorkingCalendar calendar = calendars.region();
        jdbc.sql("with clock as (insert into sla_clock (incident_number, kind, cycle, time_limit, terms_version, state,"
                        + " started_at, due_at, calendar_version, explanation)"
                        + " select number, :kind, 1, :limit, 1, 'RUNNING', :start, :due, :version, '-' from incident"
                        + " where number > 'ПК-2026-500000' returning id)"
                        + " insert into sla_clock_event (clock_id, at, type, actor)"
                        + " select id, :start, 'STARTED', 'bench' from clock")
                .param("kind", kind)
                .param("limit", term.toString())
                .param("start", Timestamp.from(ProcessJourneys.MONDAY_MORNING))
                .param("due", Timestamp.from(calendar.deadline(ProcessJourneys.MONDAY_MORNING, term)))
                .param("version", calendar.version())
                .update();
    }
}
