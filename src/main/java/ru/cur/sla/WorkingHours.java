package ru.cur.sla;

import java.time.LocalTime;
import java.util.List;

/**
 * The hours in which work goes on.
 *
 * @param day intervals of an ordinary day, in order
 * @param shortDay intervals of the eve of a holiday
 */
record WorkingHours(List<Interval> day, List<Interval> shortDay) {

    /** @param to exclusive */
    record Interval(LocalTime from, LocalTime to) {}

    /** 09:00 to 18:00 with an hour for lunch, an hour less on the eve of a holiday. */
    static final WorkingHours DEFAULT =
            new WorkingHours(List.of(interval(9, 13), interval(14, 18)), List.of(interval(9, 13), interval(14, 17)));

    private static Interval interval(int from, int to) {
        return new Interval(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    List<Interval> of(DayKind kind) {
        return switch (kind) {
            case WORK -> day;
            case SHORT -> shortDay;
            case OFF -> List.of();
        };
    }
}
