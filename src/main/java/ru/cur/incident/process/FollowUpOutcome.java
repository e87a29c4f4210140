package ru.cur.incident.process;

/** What a further message of the author changes. */
enum FollowUpOutcome {
    NOTED,
    NOT_SOLVED,
    WITHDRAWN
}
