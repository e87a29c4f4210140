package ru.cur.incident;

/** A case is closed, rejected or a part of another one. */
public record CaseEnded(IncidentNumber number) {}
