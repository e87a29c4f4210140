package ru.cur.sla.clock;

import java.time.Instant;

/**
 * All open clocks are read anew, because working time has changed or a new table of terms is applied.
 *
 * @param version of the calendars that asks for it
 * @param termsVersion the table that is applied to the cases; null when their terms stay
 * @param reason what has changed, in Russian
 * @param actor login of the person who changed it, or "system"
 * @param finishedAt null while it goes on
 * @param total cases that had an open clock when it began
 * @param done cases that have been read anew
 * @param moved clocks that are due at another moment than before
 */
public record Redating(
        long id,
        long version,
        Integer termsVersion,
        String reason,
        String actor,
        Instant requestedAt,
        Instant finishedAt,
        State state,
        int total,
        int done,
        int moved) {

    /** How far it is. */
    public enum State {
        RUNNING("идёт"),
        PAUSED("приостановлен"),
        DONE("завершён"),
        /** Working time changed again, and a later re-dating does the rest. */
        SUPERSEDED("заменён следующим");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** What people read, in Russian. */
        public String title() {
            return title;
        }
    }

    /** What a portion leaves to be done. */
    public enum Step {
        MORE,
        PAUSED,
        DONE
    }

    /** Whether something is still to be done. */
    public boolean isActive() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    /** 0 to 100; a case that was closed meanwhile counts as done in the end. */
    public int percent() {
        return state == State.DONE || total == 0 ? 100 : Math.min(99, (int) (done * 100L / total));
    }
}
