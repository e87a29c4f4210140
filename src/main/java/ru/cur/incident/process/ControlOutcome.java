package ru.cur.incident.process;

/** What an executor says of what he has promised. */
enum ControlOutcome {
    PROVED,
    MOVE_DATE
}
