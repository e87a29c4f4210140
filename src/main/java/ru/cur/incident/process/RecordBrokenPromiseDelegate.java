package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseOutcome;
import ru.cur.incident.TimeRequests;

/** The date has passed and nobody has proved the work. */
@Component
class RecordBrokenPromiseDelegate implements JavaDelegate { // serviceTask_recordBrokenPromise
    private final CaseOutcome outcome;
    private final TimeRequests timeRequests;

    RecordBrokenPromiseDelegate(CaseOutcome outcome, TimeRequests timeRequests) {
        this.outcome = outcome;
        this.timeRequests = timeRequests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        timeRequests.lapse(Cases.of(execution));
        outcome.promiseBroken(Cases.of(execution));
    }
}
