package ru.cur.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * One case of the demo: what was written where and when, and how its people will behave.
 *
 * @param index position in the demo; names the message in its channel
 * @param promisedOn the date that the answer promises; null without a promise
 * @param pace how much slower than usual the body works
 * @param waitsAt id of the task that its person has not got to yet; null when the case goes on until somebody forgets it
 */
record DemoCase(
        int index,
        Instant at,
        DemoStory story,
        String author,
        String municipality,
        String body,
        LocalDate promisedOn,
        boolean danger,
        int pace,
        Behaviour behaviour,
        String waitsAt) {

    /** What does not go the straight way. */
    enum Behaviour {
        STRAIGHT,
        REWORK,
        RETURNED,
        REJECTED,
        PROMISE_BROKEN
    }

    /** Id of the message in its channel. */
    String externalId() {
        return "demo-" + index;
    }

    /** The same case, which goes at the usual pace and without detours until it waits at the task. */
    DemoCase straightTo(String task) {
        return new DemoCase(
                index, at, story, author, municipality, body, promisedOn, danger, 1, Behaviour.STRAIGHT, task);
    }

    /** How long a person takes, between half and one and a half of the usual time, times the pace of a slow body. */
    Duration takes(Duration usual, boolean body, RandomGenerator random) {
        long minutes = Math.max(2, usual.toMinutes());
        long taken = minutes / 2 + random.nextLong(minutes);
        return Duration.ofMinutes(body ? taken * pace : taken);
    }
}
