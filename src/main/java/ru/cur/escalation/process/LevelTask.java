package ru.cur.escalation.process;

import java.util.Optional;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;

/** What a step of the ladder asks a person to do. */
enum LevelTask {
    NONE(null),
    /** A curator calls the executor. */
    CALL(new Term(1, TermUnit.WORKING_HOURS)),
    /** The head of the CUR looks into a broken term. */
    RESOLVE(new Term(4, TermUnit.WORKING_HOURS));

    private final Term term;

    LevelTask(Term term) {
        this.term = term;
    }

    /** How long it may take; empty where there is nothing to do. */
    Optional<Term> term() {
        return Optional.ofNullable(term);
    }
}
