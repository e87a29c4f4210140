package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.CO_EXECUTION_OPEN;
import static ru.cur.incident.process.ExecutionProcess.Variables.REQUEST_ID;
import static ru.cur.incident.process.ExecutionProcess.Variables.WAIT_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.BodyRequest.Kind;
import ru.cur.incident.BodyRequests;

/** A co-executor is no longer needed: his task goes. */
@Component
class WithdrawPartDelegate implements JavaDelegate { // serviceTask_withdrawPart
    private final BodyRequests requests;
    private final RequestInstances instances;

    WithdrawPartDelegate(BodyRequests requests, RequestInstances instances) {
        this.requests = requests;
        this.instances = instances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        instances.close(Cases.of(execution), REQUEST_ID.from(execution));
        CO_EXECUTION_OPEN.set(
                execution,
                !requests.openForChange(Cases.of(execution), Kind.PART).isEmpty());
        WAIT_OUTCOME.take(execution);
    }
}
