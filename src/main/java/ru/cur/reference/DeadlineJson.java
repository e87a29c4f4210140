package ru.cur.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ru.cur.sla.calendar.Skipped;
import ru.cur.sla.clock.Explanation;

/**
 * A deadline with its explanation; moments in UTC, durations in ISO 8601.
 *
 * @param explanation one Russian paragraph; what follows is the same as data
 * @param calendar whose working time was counted, in Russian; absent when the term runs day and night
 * @param counted time that counts towards the term
 * @param skipped time between start and deadline that does not
 * @param rolledFrom the day off from which the deadline was moved; absent when it was not
 * @param provisional whether it may change because the calendar of a year is not final
 * @param calendarVersion by which it was computed
 */
record DeadlineJson(
        Instant deadline,
        String explanation,
        Instant start,
        String term,
        String calendar,
        String zone,
        Duration counted,
        List<Gap> skipped,
        LocalDate rolledFrom,
        boolean provisional,
        long calendarVersion) {

    /** @param kind code @param title the same in Russian */
    record Gap(Skipped.Kind kind, String title, Duration duration, List<Day> days) {}

    /** @param note why, in Russian; absent when there is nothing to say */
    record Day(LocalDate day, String note) {}

    static DeadlineJson of(Explanation explanation, long calendarVersion) {
        return new DeadlineJson(
                explanation.deadline(),
                explanation.text(),
                explanation.start(),
                explanation.term(),
                explanation.calendar(),
                explanation.zone().getId(),
                explanation.counted(),
                explanation.skipped().stream().map(DeadlineJson::gap).toList(),
                explanation.rolledFrom(),
                explanation.provisional(),
                calendarVersion);
    }

    private static Gap gap(Skipped skipped) {
        return new Gap(
                skipped.kind(),
                skipped.kind().title(),
                skipped.duration(),
                skipped.days().entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList());
    }
}
