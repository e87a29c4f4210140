package ru.cur.incident.process;

import static ru.cur.incident.process.CoExecutionProcess.Variables.PART_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.BodyRequest.Kind;
import ru.cur.incident.BodyRequests;

/** A co-executor has finished. The executor is told when it was the last one, or when a part is left undone. */
@Component
class ReportPartDelegate implements JavaDelegate { // messageEndEvent_partDone, messageEndEvent_partDeclined
    private final BodyRequests requests;
    private final RequestInstances instances;

    ReportPartDelegate(BodyRequests requests, RequestInstances instances) {
        this.requests = requests;
        this.instances = instances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PartOutcome outcome = PART_OUTCOME.from(execution);
        boolean last = requests.openForChange(Cases.of(execution), Kind.PART).isEmpty();
        if (last || outcome == PartOutcome.DECLINE) {
            instances.partFinished(Cases.of(execution), outcome);
        }
    }
}
