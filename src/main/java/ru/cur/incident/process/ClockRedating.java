package ru.cur.incident.process;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.cur.sla.clock.RedatingRequested;
import ru.cur.sla.clock.RedatingResumed;

/** Tells the process of a re-dating what has happened to it. */
@Component
class ClockRedating {
    private final RuntimeService runtime;

    ClockRedating(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(RedatingRequested event) {
        runtime.createMessageCorrelation(ClockRedatingProcess.REDATING_REQUESTED)
                .processInstanceBusinessKey(String.valueOf(event.id()))
                .correlateStartMessage();
    }

    /** A process that has not come to its pause yet needs no message: its next portion finds that it may go on. */
    @EventListener
    void on(RedatingResumed event) {
        runtime.createMessageCorrelation(ClockRedatingProcess.REDATING_RESUMED)
                .processInstanceBusinessKey(String.valueOf(event.id()))
                .correlateAll();
    }
}
