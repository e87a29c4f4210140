package ru.cur.sla;

/** Where a term of calendar days ends whose last day is off. */
public enum Roll {
    /** On that day all the same. */
    NONE,
    /** With the last working day before it: how answers under Federal Law 59-FZ are given. */
    BACKWARD,
    /** With the first working day after it (the rule of the Civil Code, article 193). */
    FORWARD
}
