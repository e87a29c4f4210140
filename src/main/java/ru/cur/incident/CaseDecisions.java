package ru.cur.incident;

/** The decision tables, for whoever asks outside of a diagram. The process side answers. */
public interface CaseDecisions {

    /** What {@code incident-severity} says. @param categoryPriority null before the category is known */
    Severity severity(boolean dangerToLife, Severity categoryPriority);

    /** What the latest {@code sla-terms} says: terms and the version of the table. */
    DecidedTerms terms(CaseFacts facts);

    /** The number of the latest {@code sla-terms}. */
    int termsVersion();
}
