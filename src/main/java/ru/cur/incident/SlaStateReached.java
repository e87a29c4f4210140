package ru.cur.incident;

/** The term of a case's answer is at risk, or over. Listeners run in the transaction that says so. */
public record SlaStateReached(IncidentNumber number, SlaState state) {}
