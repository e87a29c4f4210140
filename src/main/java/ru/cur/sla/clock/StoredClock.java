package ru.cur.sla.clock;

import java.time.Instant;

/**
 * A clock and what its row says.
 *
 * @param dueAt null while it is paused
 * @param ladderLevel null before its ladder has begun
 */
record StoredClock(SlaClock clock, Instant dueAt, String explanation, Integer ladderLevel) {

    StoredClock with(ClockEvent event) {
        return new StoredClock(clock.with(event), dueAt, explanation, ladderLevel);
    }
}
