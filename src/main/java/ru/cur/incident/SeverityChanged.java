package ru.cur.incident;

/** A case is of another severity than before; its clocks follow. Listeners run in the transaction that says so. */
public record SeverityChanged(IncidentNumber number, Severity severity) {}
