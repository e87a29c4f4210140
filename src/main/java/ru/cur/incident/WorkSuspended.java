package ru.cur.incident;

/** A court or an emergency stops the work on a case. */
public record WorkSuspended(IncidentNumber number) {}
