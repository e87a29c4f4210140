package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_FIRST_ANSWER_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.DANGER_TO_LIFE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SEVERITY;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.TASK_PRIORITY;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.IncidentRegistered;

/** Tells the process of a case what has happened to it. */
@Component
class IncidentHandling {
    private final RuntimeService runtime;

    IncidentHandling(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(IncidentRegistered event) {
        Map<String, Object> variables = new HashMap<>();
        INCIDENT_NUMBER.on(variables, event.number().value());
        SEVERITY.on(variables, event.severity());
        TASK_PRIORITY.on(variables, event.severity().taskPriority());
        DANGER_TO_LIFE.on(variables, event.dangerToLife());
        CATEGORY_FIRST_ANSWER_TERM.on(variables, null);
        runtime.createMessageCorrelation(IncidentHandlingProcess.INCIDENT_REGISTERED)
                .processInstanceBusinessKey(event.number().value())
                .setVariables(variables)
                .correlateStartMessage();
    }
}
