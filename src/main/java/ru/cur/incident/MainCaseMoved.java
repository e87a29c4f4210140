package ru.cur.incident;

/** The case whose answer this one waits for has an answer, or has ended. @param number the one that waits */
public record MainCaseMoved(IncidentNumber number) {}
