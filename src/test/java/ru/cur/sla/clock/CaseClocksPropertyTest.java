package ru.cur.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import ru.cur.sla.Roll;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.PublishedCalendar;
import ru.cur.sla.calendar.WorkingCalendar;

/** Whatever people do to the clocks of a case, in whatever order, and however wrong the clocks of the nodes are. */
class CaseClocksPropertyTest {
    private static final WorkingCalendar CALENDAR = PublishedCalendar.ofTheRegion();
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final List<ClockKind> KINDS =
            List.of(ClockKind.TRIAGE, ClockKind.FIRST_ANSWER, ClockKind.CONTROL, ClockKind.LEGAL);

    enum Deed {
        START,
        PAUSE,
        RESUME,
        EXTEND,
        RESTATE,
        STOP,
        STOP_ALL
    }

    /** @param minutes from the step before; sometimes back */
    record Step(Deed deed, ClockKind kind, Term term, int minutes) {

        void take(CaseClocks clocks) {
            switch (deed) {
                case START -> clocks.start(kind, new Limit.Within(term), 1, null);
                case PAUSE -> clocks.pause("Ждём автора");
                case RESUME -> clocks.resume();
                case EXTEND -> clocks.extend(kind, term, "Нужна спецтехника", "curator");
                case RESTATE -> clocks.restate(kind, new Limit.Within(term), 2, null, "Другая тема");
                case STOP -> clocks.stop(kind);
                case STOP_ALL -> clocks.stopAll();
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<Term> terms = Combinators.combine(
                        Arbitraries.of(TermUnit.class),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(Roll.class))
                .as((unit, amount, roll) -> new Term(amount, unit, unit == TermUnit.CALENDAR_DAYS ? roll : Roll.NONE));
        Arbitrary<Integer> minutes = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 2_000)),
                Tuple.of(1, Arbitraries.integers().between(-600, 0)));
        return Combinators.combine(Arbitraries.of(Deed.class), Arbitraries.of(KINDS), terms, minutes)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 2_000)
    void aClockIsAlwaysWhatItsEventsSay(@ForAll("lives") List<Step> life) {
        List<SlaClock> clocks = List.of();
        Instant now = MONDAY;
        for (Step step : life) {
            now = now.plus(Duration.ofMinutes(step.minutes()));
            CaseClocks changing = at(now, clocks);
            try {
                step.take(changing);
                check(step, now, clocks, changing);
            } catch (ClockRefusal refusal) {
                assertThat(refusal).message().matches("(?s)[А-Я].*\\p{IsCyrillic}.*");
                assertThat(changing.all()).as("after a refusal").isEqualTo(clocks);
                assertThat(isSensible(step, now, clocks))
                        .as("%s was refused: %s", step, refusal.getMessage())
                        .isFalse();
            }
            clocks = changing.all();
        }
    }

    private static CaseClocks at(Instant now, List<SlaClock> clocks) {
        return new CaseClocks("ПК-2026-000001", now, "operator", clocks, id -> CALENDAR);
    }

    /** What must not be refused. */
    private static boolean isSensible(Step step, Instant now, List<SlaClock> clocks) {
        CaseClocks before = at(now, clocks);
        Optional<SlaClock> open = before.open(step.kind());
        return switch (step.deed()) {
            case START -> open.isEmpty();
            case PAUSE ->
                !before.isPaused()
                        && clocks.stream()
                                .anyMatch(clock ->
                                        !clock.isStopped() && clock.kind().isPausable());
            case RESUME -> before.isPaused();
            case EXTEND -> open.isPresent() && isEnough(read(open.get()), more(open.get(), step.term()), now);
            case RESTATE, STOP, STOP_ALL -> true;
        };
    }

    private static boolean isEnough(ClockReading was, Term more, Instant now) {
        Instant due = CALENDAR.deadline(was.due(), more);
        TermUnit unit = was.clock().limit().unit();
        return was.left() == null
                ? due.isAfter(now)
                : was.left().plus(CALENDAR.between(was.due(), due, unit)).compareTo(Duration.ZERO) > 0;
    }

    /** Days of the calendar are rolled as those of the limit are. */
    private static Term more(SlaClock clock, Term term) {
        Roll roll = ((Limit.Within) clock.limit()).term().roll();
        return term.unit() == TermUnit.CALENDAR_DAYS && term.roll() == Roll.NONE
                ? new Term(term.amount(), term.unit(), roll)
                : term;
    }

    private static ClockReading read(SlaClock clock) {
        return clock.read(CALENDAR);
    }

    private static void check(Step step, Instant now, List<SlaClock> before, CaseClocks after) {
        assertThat(isSensible(step, now, before)).as("%s was allowed", step).isTrue();
        for (ClockKind kind : KINDS) {
            assertThat(after.all().stream().filter(clock -> clock.kind() == kind && !clock.isStopped()))
                    .as("open clocks of %s", kind)
                    .hasSizeLessThan(2);
        }
        for (SlaClock clock : after.all()) {
            checkTime(clock);
        }
        for (int i = 0; i < before.size(); i++) {
            SlaClock old = before.get(i);
            SlaClock changed = after.all().get(i);
            assertThat(changed.startedAt()).isEqualTo(old.startedAt());
            assertThat(changed.events().subList(0, old.events().size())).isEqualTo(old.events());
            if (!changed.equals(old)) {
                checkChange(step, old, changed);
            }
        }
    }

    private static void checkTime(SlaClock clock) {
        List<Instant> moments = clock.events().stream().map(ClockEvent::at).toList();
        assertThat(new ArrayList<>(moments)).as("events of %s", clock).isSorted();
        assertThat(read(clock).due()).as("due of %s", clock).isAfterOrEqualTo(clock.startedAt());
    }

    private static void checkChange(Step step, SlaClock old, SlaClock changed) {
        ClockReading was = read(old);
        ClockReading is = read(changed);
        TermUnit unit = changed.limit().unit();
        Instant at = changed.events().get(changed.events().size() - 1).at();
        switch (step.deed()) {
            case PAUSE -> {
                assertThat(is.dueAt()).isEmpty();
                assertThat(is.left()).isEqualTo(CALENDAR.between(at, was.due(), unit));
            }
            case RESUME ->
                assertThat(CALENDAR.between(at, is.dueAt().orElseThrow(), unit)).isEqualTo(was.left());
            case EXTEND -> {
                assertThat(is.due()).isEqualTo(CALENDAR.deadline(was.due(), more(old, step.term())));
                assertThat(is.total().minus(was.total())).isEqualTo(CALENDAR.between(was.due(), is.due(), unit));
            }
            case RESTATE ->
                assertThat(is)
                        .usingRecursiveComparison()
                        .ignoringFields("clock")
                        .isEqualTo(read(new SlaClock(
                                old.number(),
                                old.kind(),
                                old.cycle(),
                                null,
                                new Limit.Within(step.term()),
                                2,
                                old.events())));
            case STOP, STOP_ALL -> {
                assertThat(changed.stoppedAt()).contains(at);
                assertThat(changed.isStoppedDuringAPause()).isEqualTo(old.isPaused());
                if (old.isPaused()) {
                    assertThat(CALENDAR.between(at, is.dueAt().orElseThrow(), unit))
                            .isEqualTo(was.left());
                } else {
                    assertThat(is.due()).isEqualTo(was.due());
                }
            }
            case START -> throw new AssertionError("A start has changed another clock: " + changed);
        }
    }
}
