package ru.cur.sla.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a draft would make of working time.
 *
 * @param title what it is, in Russian
 * @param actor login of its author
 * @param isConfirmed whether it holds already: then it changes nothing any more
 * @param days the dates that become something else
 * @param warnings what may be a mistake and is allowed all the same, in Russian
 * @param proposed the calendars as they would be
 * @param version of the calendars that it was compared with; confirming asks for it
 */
public record CalendarPreview(
        long id,
        String title,
        String actor,
        Instant at,
        boolean isConfirmed,
        List<DayChange> days,
        List<String> warnings,
        CalendarSet proposed,
        long version) {

    /** @param note why, in Russian; null where there is nothing to say */
    public record DayChange(LocalDate day, DayKind from, DayKind to, String note) {}
}
