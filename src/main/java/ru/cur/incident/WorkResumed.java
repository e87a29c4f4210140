package ru.cur.incident;

/** The clocks of a suspended case run again, or its work has ended meanwhile. */
public record WorkResumed(IncidentNumber number) {}
