package ru.cur.escalation.process;

import static ru.cur.escalation.process.SlaEscalationProcess.Variables.CLOCK_KIND;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.ESCALATION_LEVEL;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.LEVEL_MOMENT;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.SEVERITY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.cur.escalation.LadderMoment;
import ru.cur.incident.IncidentCards;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.Severity;
import ru.cur.sla.clock.ClockKind;

/** The decision table {@code escalation-ladder}, for whoever asks outside of the diagram. */
@Component
class LadderTable {
    private static final String DECISION = "escalation-ladder";

    private final DecisionService decisions;
    private final IncidentCards cards;

    // The engine is being made when its listeners are.
    LadderTable(@Lazy DecisionService decisions, IncidentCards cards) {
        this.decisions = decisions;
        this.cards = cards;
    }

    /** When the first so many steps of the ladder are reached. */
    List<LadderMoment> first(int steps, IncidentNumber number, ClockKind kind) {
        Severity severity = cards.find(number).orElseThrow().incident().severity();
        return LongStream.rangeClosed(1, steps)
                .mapToObj(level -> moment(kind, severity, level))
                .takeWhile(Objects::nonNull)
                .toList();
    }

    /** Null when there is no such step. */
    private LadderMoment moment(ClockKind kind, Severity severity, long level) {
        Map<String, Object> asked = new HashMap<>();
        CLOCK_KIND.on(asked, kind);
        SEVERITY.on(asked, severity);
        ESCALATION_LEVEL.on(asked, level);
        String moment = decisions
                .evaluateDecisionTableByKey(DECISION, asked)
                .getSingleResult()
                .getEntry(LEVEL_MOMENT.name());
        return moment.equals(SlaEscalationProcess.NONE) ? null : LadderMoment.parse(moment);
    }
}
