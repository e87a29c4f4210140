package ru.cur.incident;

import java.util.Map;
import java.util.Optional;
import ru.cur.sla.Term;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Limit;

/**
 * What the decision table {@code sla-terms} gives a case.
 *
 * @param terms by kind of clock; {@code CONTROL} is never among them, {@code LEGAL} only where a law sets a term
 * @param version of the table
 */
public record DecidedTerms(Map<ClockKind, Term> terms, int version) {

    public DecidedTerms {
        terms = Map.copyOf(terms);
    }

    Optional<Limit> limit(ClockKind kind) {
        return Optional.ofNullable(terms.get(kind)).map(Limit.Within::new);
    }

    /** @throws CaseRefusal when the table gives none */
    public Limit mustLimit(ClockKind kind) {
        return limit(kind)
                .orElseThrow(() -> new CaseRefusal(
                        "Таблица «Сроки по режиму и срочности», срок «%s»: его нет, а обойтись можно только без срока по закону"
                                .formatted(kind.title())));
    }
}
