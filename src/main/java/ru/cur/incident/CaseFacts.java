package ru.cur.incident;

/**
 * What decides the terms of a case.
 *
 * @param categoryCode null before the category is known
 * @param firstAnswerTerm the category's own; null where it has none
 * @param solutionTerm likewise
 */
public record CaseFacts(
        LegalRegime regime, Severity severity, String categoryCode, String firstAnswerTerm, String solutionTerm) {}
