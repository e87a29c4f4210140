package ru.cur.reply;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of an answer.
 *
 * @param version 1, 2, … within the case
 * @param promisedOn the date that the text promises; null when it promises nothing
 * @param returnReason why the version was sent back, in Russian; null when it was not
 */
public record Answer(
        long id,
        int version,
        Kind kind,
        String text,
        LocalDate promisedOn,
        State state,
        String draftedBy,
        Instant draftedAt,
        String returnReason,
        String returnText) {

    /** Whether the answer ends the case or promises a date. */
    public enum Kind {
        FINAL,
        INTERIM,
        QUESTION,
        NOTICE
    }

    /** How far the version has come. */
    public enum State {
        DRAFT,
        RETURNED,
        APPROVED,
        PUBLISHED
    }
}
