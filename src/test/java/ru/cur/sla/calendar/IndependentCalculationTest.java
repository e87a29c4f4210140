package ru.cur.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.cur.sla.Roll;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockEvent;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockReading;
import ru.cur.sla.clock.Explanation;
import ru.cur.sla.clock.Limit;
import ru.cur.sla.clock.SlaClock;

/** The fast computation agrees with one that counts minutes, on 100,000 cases over 2023–2027 (see {@link MinuteByMinute}). */
class IndependentCalculationTest {
    private static final int TERMS_EACH = 10_000;
    private static final int CLOCKS_EACH = 4_300;
    private static final Instant FIRST = Instant.parse("2023-01-02T00:00:00Z");
    private static final int MINUTES = 60 * 24 * (365 * 5 - 100);

    private final Random random = new Random(20230101);

    @ParameterizedTest
    @EnumSource
    void termsEndWhereTheCountedMinutesDo(SampleHours hours) {
        WorkingCalendar calendar = hours.calendar();
        MinuteByMinute slow = hours.minuteByMinute();
        for (int i = 0; i < TERMS_EACH; i++) {
            Instant start = someMinute();
            Term term = someTerm(20);

            Instant due = calendar.deadline(start, term);

            assertThat(due).as("%s after %s", term, start).isEqualTo(slowly(slow, calendar, start, term));
            assertThat(calendar.rolledFrom(start, term).isPresent())
                    .as("%s after %s is rolled", term, start)
                    .isEqualTo(term.unit() == TermUnit.CALENDAR_DAYS && !due.equals(plainly(calendar, start, term)));
            assertThat(calendar.between(start, due, TermUnit.WORKING_MINUTES))
                    .as("worked from %s to %s", start, due)
                    .isEqualTo(Duration.ofMinutes(slow.workedBetween(start, due)));
        }
    }

    private Instant someMinute() {
        return FIRST.plusSeconds(60L * random.nextInt(MINUTES));
    }

    private Term someTerm(int longestDays) {
        TermUnit unit = TermUnit.values()[random.nextInt(TermUnit.values().length)];
        int longest =
                switch (unit) {
                    case WORKING_MINUTES, CALENDAR_MINUTES -> longestDays * 8 * 60;
                    case WORKING_HOURS, CALENDAR_HOURS -> longestDays * 8;
                    case WORKING_DAYS, CALENDAR_DAYS -> longestDays;
                };
        int amount = 1 + random.nextInt(random.nextBoolean() ? longest : Math.max(1, longest / 10));
        return unit == TermUnit.CALENDAR_DAYS
                ? new Term(amount, unit, Roll.values()[random.nextInt(Roll.values().length)])
                : new Term(amount, unit);
    }

    private static Instant slowly(MinuteByMinute slow, WorkingCalendar calendar, Instant start, Term term) {
        return switch (term.unit()) {
            case WORKING_MINUTES -> slow.after(start, term.amount());
            case WORKING_HOURS -> slow.after(start, term.amount() * 60);
            case WORKING_DAYS -> slow.endOfWorkingDay(start, term.amount());
            case CALENDAR_MINUTES -> start.plusSeconds(60L * term.amount());
            case CALENDAR_HOURS -> start.plusSeconds(3600L * term.amount());
            case CALENDAR_DAYS -> daysLater(slow, calendar, start, term);
        };
    }

    private static Instant daysLater(MinuteByMinute slow, WorkingCalendar calendar, Instant start, Term term) {
        Instant due = plainly(calendar, start, term);
        return term.roll() == Roll.NONE ? due : slow.rolled(start, due, term.roll() == Roll.BACKWARD);
    }

    private static Instant plainly(WorkingCalendar calendar, Instant start, Term term) {
        return start.atZone(calendar.zone()).plusDays(term.amount()).toInstant();
    }

    @ParameterizedTest
    @EnumSource
    void clocksReadWhatACounterOfMinutesDoes(SampleHours hours) {
        WorkingCalendar calendar = hours.calendar();
        MinuteByMinute slow = hours.minuteByMinute();
        for (int i = 0; i < CLOCKS_EACH; i++) {
            SlaClock clock = someClock();
            Counter counter = new Counter(slow, calendar, clock);

            ClockReading reading = clock.read(calendar);
            Explanation explanation = Explanation.of(reading);

            assertThat(reading.total()).as("given to %s", clock).isEqualTo(Duration.ofMinutes(counter.given));
            if (counter.pausedAt == null) {
                assertThat(reading.dueAt()).as("due of %s", clock).contains(counter.due);
                assertThat(explanation.counted()).as("counted of %s", clock).isEqualTo(reading.total());
            } else {
                assertThat(reading.left()).as("left of %s", clock).isEqualTo(Duration.ofMinutes(counter.left));
            }
            assertThat(accountedFor(explanation))
                    .as("counted, skipped and paused of %s", clock)
                    .isEqualTo(Duration.between(
                            clock.startedAt(), counter.pausedAt == null ? reading.due() : counter.pausedAt));
        }
    }

    /** Sometimes overdue before it is paused, sometimes paused at the end. */
    private SlaClock someClock() {
        Instant at = someMinute();
        Term term = someTerm(8);
        List<ClockEvent> events = new ArrayList<>(List.of(event(at, ClockEvent.Type.STARTED, null)));
        boolean paused = false;
        for (int steps = random.nextInt(5); steps > 0; steps--) {
            at = at.plusSeconds(60L * random.nextInt(60 * 24 * 4));
            if (random.nextInt(3) == 0) {
                events.add(event(at, ClockEvent.Type.EXTENDED, someTerm(4)));
            } else {
                events.add(event(at, paused ? ClockEvent.Type.RESUMED : ClockEvent.Type.PAUSED, null));
                paused = !paused;
            }
        }
        return new SlaClock(
                "ПК-2026-000001", ClockKind.FIRST_ANSWER, 1, null, new Limit.Within(term), 1, List.copyOf(events));
    }

    private static ClockEvent event(Instant at, ClockEvent.Type type, Term extension) {
        return new ClockEvent(at, type, "Причина", "operator", extension == null ? null : "curator", extension);
    }

    private static Duration accountedFor(Explanation explanation) {
        Duration sum = explanation.counted();
        for (Skipped skipped : explanation.skipped()) {
            sum = sum.plus(skipped.duration());
        }
        for (ClockReading.Pause pause : explanation.pauses()) {
            sum = sum.plus(pause.to() == null ? Duration.ZERO : Duration.between(pause.from(), pause.to()));
        }
        return sum;
    }

    /** Counts down what is left, one counted minute after the other, and stands still during a pause. */
    private static final class Counter {
        private final MinuteByMinute slow;
        private final WorkingCalendar calendar;
        private final boolean working;
        private Instant at;
        private Instant due;
        private Instant pausedAt;
        private int left;
        private int given;

        Counter(MinuteByMinute slow, WorkingCalendar calendar, SlaClock clock) {
            this.slow = slow;
            this.calendar = calendar;
            this.working = clock.limit().unit().isWorking();
            clock.events().forEach(event -> take(event, clock));
        }

        private void take(ClockEvent event, SlaClock clock) {
            switch (event.type()) {
                case STARTED -> {
                    at = event.at();
                    give(at, ((Limit.Within) clock.limit()).term());
                }
                case PAUSED -> {
                    left -= counted(at, event.at());
                    at = event.at();
                    pausedAt = event.at();
                }
                case RESUMED -> {
                    at = event.at();
                    due = working ? slow.after(at, left) : at.plusSeconds(60L * left);
                    pausedAt = null;
                }
                case EXTENDED -> give(due, event.extension());
                case RESTATED, STOPPED -> {}
            }
        }

        private void give(Instant from, Term term) {
            due = slowly(slow, calendar, from, term);
            int more = counted(from, due);
            left += more;
            given += more;
        }

        private int counted(Instant from, Instant to) {
            return working
                    ? slow.workedBetween(from, to)
                    : (int) Duration.between(from, to).toMinutes();
        }
    }
}
