package ru.cur.incident;

/** The term that the law gives has been extended. @param noticeVersion the notice that tells the author */
public record LegalTermExtended(IncidentNumber number, int noticeVersion) {}
