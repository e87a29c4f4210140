package ru.cur.incident;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.sla.clock.CaseClocks;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Limit;

/** Clocks of single steps, whose terms the table {@code step-terms} gives: neither severity nor category change them. */
@Service
@Transactional
public class StepClocks {
    private final Clocks clocks;
    private final CaseDecisions decisions;

    StepClocks(Clocks clocks, CaseDecisions decisions) {
        this.clocks = clocks;
        this.decisions = decisions;
    }

    /** Starts the clock of a step of the CUR now; nothing happens when it runs already. */
    public void start(IncidentNumber number, ClockKind kind, String actor) {
        start(number, kind, CaseTerms.CUR, actor);
    }

    /** The same for a step of a body. */
    void start(IncidentNumber number, ClockKind kind, String bodyId, String actor) {
        clocks.change(number.value(), actor, change -> {
            if (change.open(kind).isEmpty()) {
                change.start(kind, limit(kind), null, bodyId);
            }
        });
    }

    /** The same from an earlier moment, as one of several changes of the case's clocks. */
    void startAt(Instant at, CaseClocks change, ClockKind kind) {
        if (change.open(kind).isEmpty()) {
            change.startAt(at, kind, limit(kind), null, CaseTerms.CUR);
        }
    }

    /** The step is done; nothing happens when its clock does not run. */
    public void stop(IncidentNumber number, ClockKind kind, String actor) {
        clocks.change(number.value(), actor, change -> change.stop(kind));
    }

    private Limit limit(ClockKind kind) {
        return new Limit.Within(decisions.stepTerm(kind));
    }
}
