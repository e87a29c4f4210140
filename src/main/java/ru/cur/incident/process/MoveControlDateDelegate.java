package ru.cur.incident.process;

import static ru.cur.incident.process.PromiseControlProcess.Variables.CONTROL_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.TimeRequests;

/** The date that was agreed on holds. */
@Component
class MoveControlDateDelegate implements JavaDelegate { // serviceTask_moveControlDate
    private final TimeRequests timeRequests;

    MoveControlDateDelegate(TimeRequests timeRequests) {
        this.timeRequests = timeRequests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        timeRequests.move(Cases.of(execution));
        CONTROL_OUTCOME.take(execution);
    }
}
