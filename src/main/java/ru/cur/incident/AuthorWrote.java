package ru.cur.incident;

/** The author of a case has written once more about it. */
public record AuthorWrote(IncidentNumber number) {}
