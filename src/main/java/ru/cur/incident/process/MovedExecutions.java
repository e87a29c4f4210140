package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.HEAD_IN_PERSON;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.LEGAL_REGIME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.RETURNS_COUNT;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.RunningCases;
import ru.cur.platform.MovedInstances;

/** Work of bodies that was called before the case told it as much as today. */
@Component
class MovedExecutions implements MovedInstances {
    private final RunningCases cases;

    MovedExecutions(RunningCases cases) {
        this.cases = cases;
    }

    @Override
    public String process() {
        return ExecutionProcess.ID;
    }

    @Override
    public Map<String, Object> lacking(String businessKey) {
        Incident incident = cases.find(new IncidentNumber(businessKey));
        Map<String, Object> variables = new HashMap<>();
        LEGAL_REGIME.on(variables, incident.legalRegime());
        HEAD_IN_PERSON.on(variables, ReopenIncidentDelegate.isForTheHead(incident.reopenNo()));
        RETURNS_COUNT.on(variables, (long) incident.returns());
        return variables;
    }
}
