package ru.cur.reporting;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * One case as a report lists it; nothing about the author.
 *
 * @param received whether it was registered in the period
 * @param outcome {@code IN_TIME}, {@code LATE}, {@code OPEN_LATE} or {@code OPEN}; null if its term is not in the period
 * @param calendarHours from registration to the first published answer
 * @param workingHours the same in working hours
 * @param remainingWorkingHours from now to the term, negative when it is over; null when the answer is published or the term
 *     stands still
 * @param termExplanation how the term of the first answer came about, in Russian; null for a case from before the clocks
 */
record SlaCase(
        String number,
        String status,
        String severity,
        @Nullable String categoryName,
        @Nullable String municipalityName,
        @Nullable String bodyName,
        @Nullable Instant registeredAt,
        @Nullable Instant firstAnswerDue,
        @Nullable Instant firstPublishedAt,
        boolean received,
        @Nullable CaseGroup outcome,
        @Nullable Double calendarHours,
        @Nullable Double workingHours,
        @Nullable Double remainingWorkingHours,
        @Nullable String termExplanation) {

    boolean late() {
        return outcome == CaseGroup.LATE || outcome == CaseGroup.OPEN_LATE;
    }
}
