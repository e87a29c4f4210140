package ru.cur.incident.process;

/** What the head of the CUR says to leaving an appeal without an answer. */
enum NoAnswerOutcome {
    AGREED,
    REFUSED
}
