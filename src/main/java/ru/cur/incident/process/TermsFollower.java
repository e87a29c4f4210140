package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_CODE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.LEGAL_REGIME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SEVERITY;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.cur.directory.Category;
import ru.cur.directory.Directory;
import ru.cur.incident.TermsRestated;

/** Running diagrams go on with the case's new severity and terms. */
@Component
class TermsFollower {
    private final RuntimeService runtime;
    private final Directory directory;

    TermsFollower(RuntimeService runtime, Directory directory) {
        this.runtime = runtime;
        this.directory = directory;
    }

    @EventListener
    void on(TermsRestated event) {
        Map<String, Object> variables = new HashMap<>();
        SEVERITY.on(variables, event.severity());
        Optional.ofNullable(event.facts().categoryCode())
                .flatMap(directory::category)
                .map(Category::name)
                .ifPresent(name -> CATEGORY_NAME.on(variables, name));
        LEGAL_REGIME.on(variables, event.facts().regime());
        CATEGORY_CODE.on(variables, event.facts().categoryCode());
        TermVariables.on(variables, event.terms());
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(event.number().value())
                .list()
                .forEach(instance -> runtime.setVariables(instance.getId(), ofThose(instance, variables)));
    }

    /** Each diagram goes on with what it was given when it began. */
    private Map<String, Object> ofThose(ProcessInstance instance, Map<String, Object> variables) {
        Map<String, Object> carried = new HashMap<>(variables);
        carried.keySet()
                .retainAll(runtime.getVariables(instance.getId(), variables.keySet())
                        .keySet());
        return carried;
    }
}
