package ru.cur.incident.process;

import static ru.cur.incident.process.DocumentRequestProcess.Variables.REQUEST_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The executor is told that the documents are there, or that there are none. */
@Component
class AnswerDocumentsDelegate implements JavaDelegate { // messageEndEvent_documentsAnswered
    private final RequestInstances instances;

    AnswerDocumentsDelegate(RequestInstances instances) {
        this.instances = instances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        instances.documentsAnswered(Cases.of(execution), REQUEST_ID.from(execution));
    }
}
