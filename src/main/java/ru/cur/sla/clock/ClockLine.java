package ru.cur.sla.clock;

import java.time.Duration;
import java.time.Instant;
import ru.cur.sla.RussianNumbers;
import ru.cur.sla.TermUnit;

/**
 * A clock of a case for people. A stopped one says what was true when it was stopped, whatever the calendar says today.
 *
 * @param due by when it must be stopped, or had to be; null while it is paused
 * @param remaining working time until then, negative when it is over; of a paused clock the time that it has left, in which its
 *     limit counts; null when it is stopped
 * @param standing the same in Russian: «осталось 2 ч 10 мин раб.»
 * @param isLate whether it is overdue, or was when it was stopped
 * @param ladderLevel step of the escalation ladder that was reached; null before its ladder has begun
 * @param explanation one Russian paragraph
 */
public record ClockLine(
        SlaClock clock,
        Instant due,
        Duration remaining,
        String standing,
        boolean isLate,
        Integer ladderLevel,
        String explanation) {

    /** What a person sees here who decides about an open clock, as {@link ClockReading#seen()}. */
    public String seen() {
        return ClockReading.seen(due, remaining);
    }

    static ClockLine stopped(StoredClock stored) {
        Instant due = stored.dueAt();
        boolean late = stored.clock().stoppedAt().filter(at -> at.isAfter(due)).isPresent();
        return new ClockLine(
                stored.clock(),
                due,
                null,
                late ? "с опозданием" : "в срок",
                late,
                stored.ladderLevel(),
                stored.explanation());
    }

    static ClockLine open(StoredClock stored, ClockReading reading, Instant now) {
        Instant due = reading.dueAt().orElse(null);
        Duration remaining =
                due == null ? reading.left() : reading.calendar().between(now, due, TermUnit.WORKING_HOURS);
        return new ClockLine(
                stored.clock(),
                due,
                remaining,
                due == null ? left(reading) : reading.calendar().remaining(now, due),
                due == null ? remaining.isNegative() : !now.isBefore(due),
                stored.ladderLevel(),
                Explanation.of(reading).text());
    }

    private static String left(ClockReading reading) {
        Duration left = reading.left();
        return (left.isNegative() ? "просрочено на " : "осталось ")
                + RussianNumbers.hours(left.abs())
                + (reading.clock().limit().unit().isWorking() ? " раб." : "");
    }
}
