package ru.cur.incident.process;

/** What a body answers that was asked for documents. */
enum DocumentsOutcome {
    PROVIDE,
    UNAVAILABLE
}
