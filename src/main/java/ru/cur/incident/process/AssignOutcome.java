package ru.cur.incident.process;

/** What a curator does with a case that no body has. */
enum AssignOutcome {
    ASSIGN,
    BACK_TO_TRIAGE
}
