package ru.cur.incident.process;

/** What the executor does while co-executors are still at work. */
enum WaitOutcome {
    WITHDRAW,
    BACK_TO_WORK
}
