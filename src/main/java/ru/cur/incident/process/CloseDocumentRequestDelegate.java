package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.REQUEST_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.BodyRequests;

/** Nobody waits for the documents any more: the term is over, or the executor goes on without them. */
@Component
class CloseDocumentRequestDelegate implements JavaDelegate { // serviceTask_closeDocumentRequest
    private final BodyRequests requests;
    private final RequestInstances instances;

    CloseDocumentRequestDelegate(BodyRequests requests, RequestInstances instances) {
        this.requests = requests;
        this.instances = instances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.overdue(REQUEST_ID.from(execution));
        instances.close(Cases.of(execution), REQUEST_ID.from(execution));
    }
}
