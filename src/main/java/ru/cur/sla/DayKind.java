package ru.cur.sla;

/** What the production calendar makes of a date. */
enum DayKind {
    WORK,
    /** A working day that ends an hour earlier: the eve of a holiday (Labour Code, article 95). */
    SHORT,
    OFF
}
