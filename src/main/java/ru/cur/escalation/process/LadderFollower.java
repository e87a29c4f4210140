package ru.cur.escalation.process;

import static ru.cur.escalation.process.SlaEscalationProcess.Variables.CLOCK_KIND;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClocksChanged;

/** A clock has been stopped: its ladder stops with it. */
@Component
class LadderStops {
    private final RuntimeService runtime;

    LadderStops(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(ClocksChanged event) {
        event.stopped().forEach(kind -> stop(event.number(), kind));
    }

    private void stop(String number, ClockKind kind) {
        runtime.createMessageCorrelation(SlaEscalationProcess.CLOCK_STOPPED)
                .processInstanceBusinessKey(number)
                .processInstanceVariableEquals(CLOCK_KIND.name(), kind.name())
                .correlateAll();
    }
}
