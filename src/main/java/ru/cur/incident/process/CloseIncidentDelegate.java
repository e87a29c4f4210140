package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseOutcome;

/** Ends a case whose author has his final answer. */
@Component
class CloseIncidentDelegate implements JavaDelegate { // serviceTask_closeIncident
    private final CaseOutcome outcome;

    CloseIncidentDelegate(CaseOutcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outcome.close(Cases.of(execution));
    }
}
