package ru.cur.incident;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

/** For cases whose diagram has changed on the way: what our tables know of them, and what the earlier diagram did not do. */
@Service
@Transactional
public class RunningCases {
    private final IncidentStore incidents;
    private final StepClocks steps;
    private final Clocks clocks;

    RunningCases(IncidentStore incidents, StepClocks steps, Clocks clocks) {
        this.incidents = incidents;
        this.steps = steps;
        this.clocks = clocks;
    }

    @Transactional(readOnly = true)
    public Incident find(IncidentNumber number) {
        return incidents.find(number).orElseThrow();
    }

    /** Whether its terms were set before there were clocks: a diagram that asks the clocks would not know them. */
    @Transactional(readOnly = true)
    public boolean isOlderThanItsClocks(IncidentNumber number) {
        return find(number).firstAnswerDue() != null
                && clocks.of(number.value()).isEmpty();
    }

    /** The call to an emergency service has not been made: the clock of it runs from the triage. */
    public void mustBeHandedOver(IncidentNumber number) {
        Incident incident = find(number);
        clocks.change(
                number.value(),
                IncidentHistory.SYSTEM,
                change -> steps.startAt(incident.triagedAt(), change, ClockKind.EMERGENCY));
    }
}
