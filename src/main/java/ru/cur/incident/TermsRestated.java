package ru.cur.incident;

/** The terms of a running case are other ones. Listeners run in the transaction that says so. */
public record TermsRestated(IncidentNumber number, Severity severity, CaseFacts facts, DecidedTerms terms) {}
