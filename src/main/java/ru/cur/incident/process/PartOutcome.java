package ru.cur.incident.process;

/** What a co-executor says of his part. */
enum PartOutcome {
    DONE,
    DECLINE
}
