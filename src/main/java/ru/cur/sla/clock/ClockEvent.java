package ru.cur.sla.clock;

import java.time.Instant;
import ru.cur.sla.Term;

/**
 * Something that happened to a clock. Events are only ever added.
 *
 * @param at never before the event that precedes it
 * @param reason in Russian; null where none is needed
 * @param actor login of the person who acted, or "system"
 * @param approver name of the person who agreed to an extension, for people; else null
 * @param extension what an extension adds, else null
 */
public record ClockEvent(Instant at, Type type, String reason, String actor, String approver, Term extension) {

    /** What can happen. */
    public enum Type {
        STARTED,
        PAUSED,
        RESUMED,
        EXTENDED,
        /** Its limit or the working hours by which it runs were replaced, and everything computed anew from the start. */
        RESTATED,
        STOPPED
    }

    static ClockEvent of(Instant at, Type type, String reason, String actor) {
        return new ClockEvent(at, type, reason, actor, null, null);
    }
}
