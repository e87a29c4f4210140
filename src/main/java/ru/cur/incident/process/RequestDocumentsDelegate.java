package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.WORK_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Another body gets the task to hand documents over. */
@Component
class RequestDocumentsDelegate implements JavaDelegate { // serviceTask_requestDocuments
    private final RequestInstances instances;

    RequestDocumentsDelegate(RequestInstances instances) {
        this.instances = instances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        instances.start(DocumentRequestProcess.ID, execution);
        WORK_OUTCOME.take(execution);
    }
}
