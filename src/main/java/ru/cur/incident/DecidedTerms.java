package ru.cur.incident;

import java.util.Map;
import java.util.Optional;
import ru.cur.sla.Term;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Limit;

/**
 * What the decision table {@code sla-terms} gives a case.
 *
 * @param terms by kind of clock; a kind without a term has no clock
 * @param version of the table
 */
public record DecidedTerms(Map<ClockKind, Term> terms, int version) {

    public DecidedTerms {
        terms = Map.copyOf(terms);
    }

    Optional<Limit> limit(ClockKind kind) {
        return Optional.ofNullable(terms.get(kind)).map(Limit.Within::new);
    }

    /** @throws IllegalStateException when the table gives none */
    Limit mustLimit(ClockKind kind) {
        return limit(kind).orElseThrow(() -> new IllegalStateException("sla-terms gives no term for " + kind));
    }
}
