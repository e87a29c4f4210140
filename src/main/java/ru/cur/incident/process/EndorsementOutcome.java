package ru.cur.incident.process;

/** What the head of a body does with a draft. */
enum EndorsementOutcome {
    ENDORSE,
    RETURN
}
