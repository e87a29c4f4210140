package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.REQUEST_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ANSWER_CLOCK;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.MUNICIPALITY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SEVERITY;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.incident.BodyRequest;
import ru.cur.incident.BodyRequests;
import ru.cur.incident.IncidentNumber;
import ru.cur.platform.engine.AcrossBodies;

/**
 * What other bodies do for the responsible one runs in instances of their own: a called instance would belong to the body that
 * calls, and the other one would never see its task.
 */
@Component
class RequestInstances {
    private final RuntimeService runtime;
    private final BodyRequests requests;
    private final Directory directory;
    private final AcrossBodies across;

    RequestInstances(RuntimeService runtime, BodyRequests requests, Directory directory, AcrossBodies across) {
        this.runtime = runtime;
        this.requests = requests;
        this.directory = directory;
        this.across = across;
    }

    /** The body that was asked gets its task. @param process id of the diagram that it follows */
    void start(String process, DelegateExecution execution) {
        BodyRequest request = requests.find(REQUEST_ID.from(execution)).orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        INCIDENT_NUMBER.on(variables, request.number().value());
        SEVERITY.on(variables, SEVERITY.from(execution));
        CATEGORY_NAME.on(variables, CATEGORY_NAME.find(execution).orElse(null));
        MUNICIPALITY_NAME.on(variables, MUNICIPALITY_NAME.find(execution).orElse(null));
        ANSWER_CLOCK.on(variables, ANSWER_CLOCK.from(execution));
        BODY_ID.on(variables, request.bodyId());
        BODY_NAME.on(
                variables,
                directory.organisation(request.bodyId()).orElseThrow().shortName());
        REQUEST_ID.on(variables, request.id());
        across.run(() -> runtime.createProcessInstanceByKey(process)
                .businessKey(request.number().value())
                .setVariables(variables)
                .execute());
    }

    /** Nobody needs what was asked for any more: the task goes. */
    void close(IncidentNumber number, long requestId) {
        across.run(() -> message(CoExecutionProcess.REQUEST_CLOSED, number)
                .processInstanceVariableEquals(REQUEST_ID.name(), requestId)
                .correlateAll());
    }

    /** Tells the responsible body, if it waits for that. */
    void partFinished(IncidentNumber number, PartOutcome outcome) {
        across.run(() -> message(ExecutionProcess.PART_FINISHED, number)
                .setVariable(ExecutionProcess.Variables.PART_OUTCOME.name(), outcome.name())
                .correlateAll());
    }

    /** The same for documents. */
    void documentsAnswered(IncidentNumber number, long requestId) {
        across.run(() -> message(ExecutionProcess.DOCUMENTS_ANSWERED, number)
                .processInstanceVariableEquals(REQUEST_ID.name(), requestId)
                .correlateAll());
    }

    private MessageCorrelationBuilder message(String name, IncidentNumber number) {
        return runtime.createMessageCorrelation(name).processInstanceBusinessKey(number.value());
    }
}
