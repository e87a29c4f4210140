package ru.cur.incident;

/** The decision tables, for whoever asks outside of a diagram. The process side answers. */
public interface CaseDecisions {

    /** What {@code incident-severity} says. @param categoryPriority null before the category is known */
    Severity severity(boolean dangerToLife, Severity categoryPriority);

    /**
     * What a version of {@code sla-terms} says.
     *
     * @throws CaseRefusal when that is no complete set of terms
     */
    DecidedTerms terms(CaseFacts facts, int version);

    /** The number of the latest {@code sla-terms}. */
    int termsVersion();
}
