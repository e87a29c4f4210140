package ru.cur.sla.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * A row of the ledger. Moments are whole seconds.
 *
 * @param number of the case
 * @param seq from 1 in each case
 * @param holder null in a row {@link Kind#CLOSED}
 * @param calendarSeconds from beginning to end; 0 in a correction
 * @param workingSeconds by the calendar of the region as it was when the row was booked; of a correction the difference
 * @param reason why a correction was needed, in Russian; else null
 */
record Entry(
        String number,
        int seq,
        Kind kind,
        Holder holder,
        Instant from,
        Instant to,
        long calendarSeconds,
        long workingSeconds,
        Instant bookedAt,
        String reason,
        String previousHash,
        String hash) {

    enum Kind {
        /** Somebody had the case. */
        SPAN,
        /** The calendar has changed: the working time of the span with these ends is another by so much. */
        CORRECTION,
        /** The case was closed and is open again; the time is nobody's. */
        CLOSED
    }

    /** The row with its hash. */
    Entry hashed() {
        return new Entry(
                number,
                seq,
                kind,
                holder,
                from,
                to,
                calendarSeconds,
                workingSeconds,
                bookedAt,
                reason,
                previousHash,
                expectedHash());
    }

    /** SHA-256 over everything else in the row. */
    String expectedHash() {
        return new Fingerprint()
                .add(number)
                .add(seq)
                .add(kind)
                .add(holder == null ? null : holder.party())
                .add(holder == null ? null : holder.organisationId())
                .add(from)
                .add(to)
                .add(calendarSeconds)
                .add(workingSeconds)
                .add(bookedAt)
                .add(reason)
                .add(previousHash)
                .hex();
    }

    /** Whether it carries the line of time on. */
    boolean isSpan() {
        return kind != Kind.CORRECTION;
    }

    long secondsBetweenItsEnds() {
        return Duration.between(from, to).toSeconds();
    }
}
