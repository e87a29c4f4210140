package ru.cur.incident.process;

/** What an operator does with a new message. */
enum TriageOutcome {
    ROUTE,
    DANGER,
    /** It is about what a mass incident is about: its answer is this author's, too. */
    JOIN,
    MERGE,
    SPLIT,
    ASK,
    /** An appeal under 59-FZ that is sent on or left without an answer. */
    DISPOSE,
    REJECT
}
