package ru.cur.incident.process;

/** What an operator does with a new message. */
enum TriageOutcome {
    ROUTE,
    DANGER,
    MERGE,
    REJECT
}
