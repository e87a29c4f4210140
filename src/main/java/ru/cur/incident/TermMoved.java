package ru.cur.incident;

/** A term that the author knows of ends later. @param noticeVersion the notice that tells the author */
public record TermMoved(IncidentNumber number, int noticeVersion) {}
