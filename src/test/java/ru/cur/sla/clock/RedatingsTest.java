package ru.cur.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.sla.SlaContext;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.CalendarDrafts;
import ru.cur.sla.calendar.DayKind;
import ru.cur.sla.calendar.NewHours;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.clock.Redating.State;
import ru.cur.sla.clock.Redating.Step;

class RedatingsTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final Term EIGHT_HOURS = new Term(8, TermUnit.WORKING_HOURS);
    private static final Term NINE_HOURS = new Term(9, TermUnit.WORKING_HOURS);
    private static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant WEDNESDAY_MORNING = Instant.parse("2026-11-25T00:00:00Z");
    private static final int CASES = 250;

    private SlaContext sla;
    private CalendarDrafts drafts;
    private Redatings redatings;

    @BeforeEach
    void start() {
        sla = new SlaContext();
        drafts = sla.get(CalendarDrafts.class);
        redatings = sla.get(Redatings.class);
    }

    @AfterEach
    void stop() {
        sla.close();
    }

    @Test
    void aDayOffMovesTheClocksThatCountIt() {
        String moved = openCase(1, EIGHT_HOURS);
        String untouched = openCase(2, new Term(2, TermUnit.WORKING_HOURS));
        String dayAndNight = openCase(3, new Term(48, TermUnit.CALENDAR_HOURS));
        String stopped = openCase(4, EIGHT_HOURS);
        sla.get(Clocks.class).change(stopped, "test", CaseClocks::stopAll);

        long id = decree(DayKind.OFF);
        int announced = sla.events(ClocksChanged.class).size();
        run(id);

        assertThat(sla.due(moved)).isEqualTo(WEDNESDAY_MORNING);
        assertThat(sla.due(untouched)).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(sla.due(dayAndNight)).isEqualTo(WEDNESDAY_MORNING);
        assertThat(sla.due(stopped)).isEqualTo(TUESDAY_MORNING);
        assertThat(redatings.moves(id, 10))
                .containsExactly(
                        new RedatedClock(moved, ClockKind.FIRST_ANSWER, 1, TUESDAY_MORNING, WEDNESDAY_MORNING));
        assertThat(sla.events(ClocksChanged.class))
                .hasSize(announced + 1)
                .last()
                .satisfies(event -> {
                    assertThat(event.number()).isEqualTo(moved);
                    assertThat(event.of(ClockKind.FIRST_ANSWER).orElseThrow().due())
                            .isEqualTo(WEDNESDAY_MORNING);
                });
        assertThat(staleClocks()).isZero();
        Redating done = redatings.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(List.of(done.total(), done.done(), done.moved(), done.percent()))
                .containsExactly(3, 3, 1, 100);
        assertThat(explanation(moved)).contains("24.11.2026 (Указ № 1)");
    }

    @Test
    void thePreviewForetellsExactlyWhatIsDone() {
        IntStream.rangeClosed(1, 20).forEach(i -> openCase(i, new Term(i, TermUnit.WORKING_HOURS)));
        long draft = drafts.decree(TUESDAY, DayKind.OFF, "Указ № 1", "admin");

        ClockMoves foretold =
                sla.get(ClockPreview.class).of(drafts.preview(draft).proposed(), 100);
        long id = confirm(draft);
        run(id);

        assertThat(foretold.openCases()).isEqualTo(20);
        assertThat(foretold.moved()).isEqualTo(foretold.movedCases()).isBetween(1, 19);
        assertThat(foretold.counts())
                .containsExactly(new ClockMoves.Count("Приморский край", ClockKind.FIRST_ANSWER, foretold.moved()));
        assertThat(foretold.first())
                .extracting(move -> new RedatedClock(move.number(), move.kind(), 1, move.from(), move.to()))
                .containsExactlyElementsOf(redatings.moves(id, 100));
    }

    @Test
    void hoursOfOneOrganisationMoveItsClocksOnly() {
        String theirs = sla.openCase(1, SlaContext.MONDAY_MORNING, NINE_HOURS, "primvodokanal");
        String others = sla.openCase(2, SlaContext.MONDAY_MORNING, EIGHT_HOURS, "admArsenyev");
        String day = "00:00-24:00";

        run(confirm(
                drafts.hours(new NewHours("primvodokanal", LocalDate.of(2026, 1, 1), day, "", day, day, ""), "admin")));

        assertThat(sla.due(theirs)).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(sla.due(others)).isEqualTo(TUESDAY_MORNING);
        assertThat(staleClocks()).isZero();
    }

    @Test
    void whenTheRealYearArrivesTheTermIsNoLongerProvisional() throws IOException {
        String number = openCase(1, new Term(30, TermUnit.WORKING_DAYS));
        assertThat(explanation(number)).contains("Предварительно");

        run(confirm(drafts.year(
                Objects.requireNonNull(getClass().getResourceAsStream("/calendar/2027.xml")), 2027, "admin")));

        assertThat(explanation(number)).doesNotContain("Предварительно");
    }

    @Test
    void aPausedClockIsReadAnewAndStaysPaused() {
        String number = openCase(1, EIGHT_HOURS);
        sla.get(Clocks.class).change(number, "test", clocks -> clocks.pause("ждём автора"));

        run(decree(DayKind.OFF));

        assertThat(staleClocks()).isZero();
        assertThat(sla.get(Clocks.class).of(number).get(0).left()).hasHours(8);
    }

    @Test
    void whatIsInterruptedInTheMiddleLeavesNoTraceAndIsDoneOnce() {
        openCases(CASES);
        long id = decree(DayKind.OFF);
        assertThat(redatings.portion(id)).isEqualTo(Step.MORE);
        execute("alter table redating_move add constraint fault check (false) not valid");

        assertThatThrownBy(() -> redatings.portion(id)).hasMessageContaining("fault");

        execute("alter table redating_move drop constraint fault");
        assertThat(redatings.find(id).orElseThrow().done()).isEqualTo(100);
        assertThat(movedRows()).isEqualTo(100);
        assertThat(staleClocks()).isEqualTo(150);
        run(id);
        assertEachCaseIsDoneOnce(id);
    }

    @Test
    void aConnectionThatBreaksInTheMiddleChangesNothing() {
        openCases(CASES);
        long id = decree(DayKind.OFF);
        execute("create function die() returns trigger language plpgsql as"
                + " 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'");
        execute("create trigger die after update on redating execute function die()");

        assertThatThrownBy(() -> redatings.portion(id)).isInstanceOf(RuntimeException.class);

        execute("drop function die cascade");
        assertThat(movedRows()).isZero();
        assertThat(staleClocks()).isEqualTo(CASES);
        run(id);
        assertEachCaseIsDoneOnce(id);
    }

    @Test
    void twoNodesShareTheWorkAndDoNothingTwice() throws Exception {
        openCases(CASES);
        long id = decree(DayKind.OFF);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        Callable<Integer> node = () -> {
            int portions = 0;
            while (redatings.portion(id) == Step.MORE) {
                portions++;
            }
            return portions;
        };

        List<Integer> portions = new ArrayList<>();
        for (Future<Integer> done : nodes.invokeAll(List.of(node, node, node))) {
            portions.add(done.get());
        }
        nodes.shutdown();

        assertThat(portions.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
        assertEachCaseIsDoneOnce(id);
    }

    @Test
    void itWaitsWhilePausedAndGoesOnWhereItWas() {
        openCases(CASES);
        long id = decree(DayKind.OFF);
        redatings.portion(id);

        assertThat(redatings.pause(id)).isTrue();
        assertThat(redatings.pause(id)).isFalse();
        assertThat(redatings.portion(id)).isEqualTo(Step.PAUSED);
        assertThat(redatings.find(id).orElseThrow().done()).isEqualTo(100);
        assertThat(redatings.find(id).orElseThrow().percent()).isEqualTo(40);

        assertThat(redatings.resume(id)).isTrue();
        assertThat(redatings.resume(id)).isFalse();
        assertThat(sla.events(RedatingResumed.class)).containsExactly(new RedatingResumed(id));
        run(id);
        assertEachCaseIsDoneOnce(id);
    }

    @Test
    void aLaterChangeTakesOverWhatIsLeft() {
        IntStream.rangeClosed(1, CASES).forEach(i -> openCase(i, NINE_HOURS));
        long first = decree(DayKind.OFF);
        redatings.portion(first);
        redatings.pause(first);
        Instant planned = TUESDAY_MORNING.plus(Duration.ofHours(1));

        long second = confirm(drafts.removeDecree(TUESDAY, "admin"));

        assertThat(redatings.find(first).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
        assertThat(sla.events(RedatingResumed.class)).containsExactly(new RedatingResumed(first));
        assertThat(redatings.portion(first)).isEqualTo(Step.DONE);
        run(second);
        assertThat(redatings.find(second).orElseThrow().done()).isEqualTo(CASES);
        assertThat(redatings.find(second).orElseThrow().moved()).isEqualTo(100);
        assertThat(staleClocks()).isZero();
        assertThat(sla.due("ПК-2026-000001")).isEqualTo(planned);
        assertThat(sla.due("ПК-2026-000250")).isEqualTo(planned);
    }

    @Test
    void aCalendarThatChangesMeanwhileDoesNotForgetTheTerms() {
        openCase(1, EIGHT_HOURS);
        long terms = redatings.requestTerms(7, "Таблица сроков, версия 7", "admin");
        redatings.pause(terms);

        Redating next = redatings.find(decree(DayKind.OFF)).orElseThrow();

        assertThat(redatings.find(terms).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
        assertThat(next.termsVersion()).isEqualTo(7);
        assertThat(next.reason()).contains("Указ № 1", "Таблица сроков, версия 7");
    }

    @Test
    void whatIsExtendedMeanwhileStaysExtended() throws Exception {
        String number = openCase(1, EIGHT_HOURS);
        long id = decree(DayKind.OFF);
        CompletableFuture<Void> portion = new TransactionTemplate(sla.get(JdbcTransactionManager.class))
                .execute(transaction -> {
                    sla.get(Clocks.class)
                            .change(
                                    number,
                                    "test",
                                    clocks -> clocks.extend(
                                            ClockKind.FIRST_ANSWER,
                                            new Term(1, TermUnit.WORKING_HOURS),
                                            "Нужна спецтехника",
                                            "curator"));
                    CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> redatings.portion(id));
                    await().atMost(Duration.ofSeconds(20))
                            .until(() ->
                                    count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
                    return begun;
                });
        portion.get();
        run(id);

        assertThat(sla.due(number)).isEqualTo(WEDNESDAY_MORNING.plus(Duration.ofHours(1)));
        assertThat(explanation(number)).contains("Продлён на 1 рабочий час");
    }

    @Test
    void aClockThatWasComputedByAnOldVersionAfterAllIsCaughtUpWith() {
        String number = openCase(1, EIGHT_HOURS);
        run(decree(DayKind.OFF));
        redatings.catchUp();
        assertThat(sla.events(RedatingRequested.class)).hasSize(1);
        execute("update sla_clock set calendar_version = 0, due_at = '" + TUESDAY_MORNING + "'");

        redatings.catchUp();

        assertThat(sla.events(RedatingRequested.class)).hasSize(2);
        run(sla.events(RedatingRequested.class).get(1).id());
        assertThat(sla.due(number)).isEqualTo(WEDNESDAY_MORNING);
    }

    @Test
    void withoutOpenClocksThereIsNothingToDo() {
        long draft = drafts.decree(TUESDAY, DayKind.OFF, "Указ № 1", "admin");
        long version = drafts.confirm(draft, drafts.preview(draft).version(), "admin");

        assertThat(redatings.ofVersion(version)).isEmpty();
        assertThat(sla.events(RedatingRequested.class)).isEmpty();
    }

    @Test
    void aYearThatCameWithTheProgramIsCaughtUpWithAtTheStart() {
        openCase(1, EIGHT_HOURS);
        redatings.catchUp();
        assertThat(sla.events(RedatingRequested.class)).isEmpty();
        execute("insert into calendar_change (at, actor, what) values (now(), 'system', 'Календарь 2027')");
        sla.get(WorkingCalendars.class).refresh();

        redatings.catchUp();
        redatings.catchUp();

        assertThat(sla.events(RedatingRequested.class)).hasSize(1);
        run(sla.events(RedatingRequested.class).get(0).id());
        assertThat(staleClocks()).isZero();
        assertThat(sla.due("ПК-2026-000001")).isEqualTo(TUESDAY_MORNING);
    }

    private String openCase(int ordinal, Term term) {
        return sla.openCase(ordinal, SlaContext.MONDAY_MORNING, term, null);
    }

    private void openCases(int count) {
        IntStream.rangeClosed(1, count).forEach(i -> openCase(i, EIGHT_HOURS));
    }

    private long decree(DayKind kind) {
        return confirm(drafts.decree(TUESDAY, kind, "Указ № 1", "admin"));
    }

    private long confirm(long draft) {
        long version = drafts.confirm(draft, drafts.preview(draft).version(), "admin");
        return redatings.ofVersion(version).orElseThrow().id();
    }

    private void run(long id) {
        Step step = redatings.portion(id);
        while (step == Step.MORE) {
            step = redatings.portion(id);
        }
        assertThat(step).isEqualTo(Step.DONE);
    }

    private void assertEachCaseIsDoneOnce(long id) {
        Redating done = redatings.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.done()).isEqualTo(CASES);
        assertThat(done.moved()).isEqualTo(CASES);
        assertThat(movedRows()).isEqualTo(CASES);
        assertThat(staleClocks()).isZero();
        assertThat(redatings.moves(id, CASES))
                .allSatisfy(move -> assertThat(move.to()).isEqualTo(WEDNESDAY_MORNING));
    }

    private int movedRows() {
        return count("select count(*) from redating_move");
    }

    private int staleClocks() {
        return count("select count(*) from sla_clock where state <> 'STOPPED'"
                + " and calendar_version < (select max(version) from calendar_change)");
    }

    private int count(String sql) {
        return sla.jdbc().sql(sql).query(Integer.class).single();
    }

    private void execute(String sql) {
        sla.jdbc().sql(sql).update();
    }

    private String explanation(String number) {
        return sla.jdbc()
                .sql("select explanation from sla_clock where incident_number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }
}
