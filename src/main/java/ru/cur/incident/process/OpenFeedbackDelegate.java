package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseOutcome;

/** The author may say what he thinks of the final answer. */
@Component
class OpenFeedbackDelegate implements JavaDelegate { // serviceTask_openFeedback
    private final CaseOutcome outcome;

    OpenFeedbackDelegate(CaseOutcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outcome.openFeedback(Cases.of(execution));
    }
}
