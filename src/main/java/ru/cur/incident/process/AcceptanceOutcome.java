package ru.cur.incident.process;

/** What a body does with a case sent to it. */
enum AcceptanceOutcome {
    ACCEPT,
    RETURN
}
