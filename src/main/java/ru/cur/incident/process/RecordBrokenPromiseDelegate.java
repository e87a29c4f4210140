package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseOutcome;

/** The date has passed and nobody has proved the work. */
@Component
class RecordBrokenPromiseDelegate implements JavaDelegate { // serviceTask_recordBrokenPromise
    private final CaseOutcome outcome;

    RecordBrokenPromiseDelegate(CaseOutcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outcome.promiseBroken(Cases.of(execution));
    }
}
