package ru.cur.incident.process;

/** What came of a call to an emergency service. */
enum EmergencyOutcome {
    ACCEPTED,
    NOT_ACCEPTED
}
