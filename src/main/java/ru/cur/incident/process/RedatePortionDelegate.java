package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.process.ClockRedatingProcess.Variables;
import ru.cur.sla.clock.Redatings;

/** Reads the clocks of the next cases by the present calendar. */
@Component
class RedatePortionDelegate implements JavaDelegate { // serviceTask_redatePortion
    private final Redatings redatings;

    RedatePortionDelegate(Redatings redatings) {
        this.redatings = redatings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = Long.parseLong(execution.getProcessBusinessKey());
        Variables.REDATING_STEP.set(execution, redatings.portion(id));
    }
}
