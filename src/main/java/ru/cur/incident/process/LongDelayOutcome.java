package ru.cur.incident.process;

/** What the head of the CUR decides about a long delay. */
enum LongDelayOutcome {
    AGREE,
    REFUSE
}
