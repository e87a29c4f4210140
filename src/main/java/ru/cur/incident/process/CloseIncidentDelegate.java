package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CLOSING_RESULT;

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
        CLOSING_RESULT.find(execution).ifPresent(result -> outcome.resultIn(Cases.of(execution), result));
        outcome.close(Cases.of(execution));
    }
}
