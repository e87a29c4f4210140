package ru.cur.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which a person is not at work.
 *
 * @param userId login
 * @param substituteId login of the one who is told and asked instead; null when nobody is
 * @param toDay the last day
 * @param reason for people, in Russian
 */
public record Absence(long id, String userId, String substituteId, LocalDate fromDay, LocalDate toDay, String reason) {

    public Optional<String> substitute() {
        return Optional.ofNullable(substituteId);
    }

    /** Whether the person is away on the day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(fromDay) && !day.isAfter(toDay);
    }
}
