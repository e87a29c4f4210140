package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.WORK_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A part of the work becomes the task of another body; the executor goes on with the rest. */
@Component
class RequestPartDelegate implements JavaDelegate { // serviceTask_requestPart
    private final RequestInstances instances;

    RequestPartDelegate(RequestInstances instances) {
        this.instances = instances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        instances.start(CoExecutionProcess.ID, execution);
        // The form of the work must not offer again what was done with it last.
        WORK_OUTCOME.take(execution);
    }
}
