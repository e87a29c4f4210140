package ru.cur.incident;

/** The governor follows a case in person, or does so no longer. */
public record PersonalControlChanged(IncidentNumber number, boolean controlled) {}
