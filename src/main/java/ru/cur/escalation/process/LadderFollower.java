package ru.cur.escalation.process;

import static ru.cur.escalation.process.SlaEscalationProcess.Variables.CLOCK_KIND;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.ESCALATION_LEVEL;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.SEVERITY;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.cur.escalation.Ladder;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.SeverityChanged;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockReading;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.ClocksChanged;

/**
 * Ladders follow their clocks: one that is stopped ends its ladder; one that has more time than before goes back to the step
 * that is ahead; a case of another severity begins another ladder from its first step.
 */
@Component
class LadderFollower {
    private final RuntimeService runtime;
    private final Clocks clocks;
    private final Ladder ladder;
    private final LadderTable table;

    LadderFollower(RuntimeService runtime, Clocks clocks, Ladder ladder, LadderTable table) {
        this.runtime = runtime;
        this.clocks = clocks;
        this.ladder = ladder;
        this.table = table;
    }

    @EventListener
    void on(ClocksChanged event) {
        event.stopped().forEach(kind -> message(SlaEscalationProcess.CLOCK_STOPPED, event.number(), kind)
                .correlateAll());
        if (event.first()) {
            return;
        }
        Map<ClockKind, Integer> reached = clocks.ladders(event.number());
        event.changed().stream()
                .filter(reading ->
                        !reading.clock().isStopped() && reading.dueAt().isPresent())
                .filter(reading -> reached.getOrDefault(reading.clock().kind(), 0) > 0)
                .forEach(reading -> follow(reading, reached.get(reading.clock().kind())));
    }

    private void follow(ClockReading reading, int reached) {
        IncidentNumber number = new IncidentNumber(reading.clock().number());
        int behind = ladder.stepsBehind(
                reading, table.first(reached, number, reading.clock().kind()));
        if (behind < reached) {
            back(number, reading.clock().kind(), reached, behind).correlateAll();
        }
    }

    @EventListener
    void on(SeverityChanged event) {
        clocks.ladders(event.number().value()).forEach((kind, reached) -> back(event.number(), kind, reached, 0)
                .setVariable(SEVERITY.name(), event.severity().name())
                .correlateAll());
    }

    private MessageCorrelationBuilder back(IncidentNumber number, ClockKind kind, int reached, int level) {
        clocks.lowerLadder(number.value(), kind, reached, level);
        return message(SlaEscalationProcess.CLOCK_MOVED, number.value(), kind)
                .setVariable(ESCALATION_LEVEL.name(), level + 1L);
    }

    private MessageCorrelationBuilder message(String name, String number, ClockKind kind) {
        return runtime.createMessageCorrelation(name)
                .processInstanceBusinessKey(number)
                .processInstanceVariableEquals(CLOCK_KIND.name(), kind.name());
    }
}
