package ru.cur.incident;

/** The author says that the final answer has solved nothing. */
public record AuthorDisagreed(IncidentNumber number) {}
