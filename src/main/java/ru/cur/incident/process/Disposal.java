package ru.cur.incident.process;

/** What becomes of an appeal that is not answered in substance. */
enum Disposal {
    REDIRECT,
    NO_ANSWER
}
