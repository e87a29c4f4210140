package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseOutcome;

/** Takes a case up again after a broken promise. */
@Component
class ReopenIncidentDelegate implements JavaDelegate { // serviceTask_reopenIncident
    private final CaseOutcome outcome;

    ReopenIncidentDelegate(CaseOutcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outcome.reopen(Cases.of(execution));
    }
}
