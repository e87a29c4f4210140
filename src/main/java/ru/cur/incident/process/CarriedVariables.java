package ru.cur.incident.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import ru.cur.incident.IncidentNumber;

/** Tells the running diagrams of a case what has changed; each goes on with what it was given when it began. */
@Component
class CarriedVariables {
    private final RuntimeService runtime;

    CarriedVariables(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void update(IncidentNumber number, Map<String, Object> variables) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                .forEach(instance -> runtime.setVariables(instance.getId(), ofThose(instance, variables)));
    }

    private Map<String, Object> ofThose(ProcessInstance instance, Map<String, Object> variables) {
        Map<String, Object> carried = new HashMap<>(variables);
        carried.keySet()
                .retainAll(runtime.getVariables(instance.getId(), variables.keySet())
                        .keySet());
        return carried;
    }
}
