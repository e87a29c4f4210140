package ru.cur.incident;

import ru.cur.directory.BodyKind;
import ru.cur.sla.Term;
import ru.cur.sla.clock.ClockKind;

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

    /** What kind of body {@code incident-routing} makes responsible. */
    BodyKind routing(String categoryCode);

    /**
     * What {@code step-terms} says now.
     *
     * @throws CaseRefusal when the table has no row for it, or no term
     */
    Term stepTerm(ClockKind kind);

    /** The number of the latest {@code sla-terms}. */
    int termsVersion();
}
