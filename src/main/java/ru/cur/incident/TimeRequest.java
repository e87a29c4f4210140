package ru.cur.incident;

import java.time.Instant;
import java.time.LocalDate;
import ru.cur.sla.Term;

/**
 * A body asks the CUR for time.
 *
 * @param term how much more; null when a date is to be moved
 * @param day the new date of what was promised; null when more time for the answer is asked for
 * @param documentUrl what justifies a long delay; null without one
 * @param requestedBy login
 * @param decidedBy login of the curator who has agreed while the head of the CUR has still to; null before
 */
public record TimeRequest(
        long id,
        IncidentNumber number,
        Term term,
        LocalDate day,
        String reason,
        String documentUrl,
        String requestedBy,
        Instant requestedAt,
        String decidedBy) {

    /** Whether it is about the date of a promise. */
    public boolean isMove() {
        return day != null;
    }
}
