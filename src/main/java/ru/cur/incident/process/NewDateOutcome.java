package ru.cur.incident.process;

/** What a curator decides about another date of a promise. */
enum NewDateOutcome {
    AGREE,
    REFUSE
}
