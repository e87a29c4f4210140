package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseOutcome;

/** Ends a case whose author has taken his message back. */
@Component
class CloseWithdrawnDelegate implements JavaDelegate { // serviceTask_closeWithdrawn
    private final CaseOutcome outcome;

    CloseWithdrawnDelegate(CaseOutcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outcome.withdrawn(Cases.of(execution));
    }
}
