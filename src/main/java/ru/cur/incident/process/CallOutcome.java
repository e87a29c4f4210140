package ru.cur.incident.process;

/** What a dissatisfied author says on the phone. */
enum CallOutcome {
    SOLVED,
    NOT_SOLVED
}
