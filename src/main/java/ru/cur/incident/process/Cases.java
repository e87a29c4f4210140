package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.INCIDENT_NUMBER;

import org.camunda.bpm.engine.delegate.VariableScope;
import ru.cur.incident.IncidentNumber;

/** Which case a process instance is about. */
final class Cases {

    private Cases() {}

    static IncidentNumber of(VariableScope scope) {
        return new IncidentNumber(INCIDENT_NUMBER.from(scope));
    }
}
