package ru.cur.incident.process;

/** Whether the head of the CUR lets a body promise for a long time. */
enum LongPromiseOutcome {
    ALLOW,
    REFUSE
}
