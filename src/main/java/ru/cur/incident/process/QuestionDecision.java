package ru.cur.incident.process;

/** What a curator does with a question to the author. */
enum QuestionDecision {
    ASK,
    REFUSE
}
