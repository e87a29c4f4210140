package ru.cur.escalation.process;

import static ru.cur.escalation.process.SlaEscalationProcess.Variables.BODY_NAME;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.CATEGORY_NAME;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.CLOCK_KIND;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.MUNICIPALITY_NAME;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.RESTRICTED;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.SEVERITY;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.platform.security.Role;

/** Half of a clock has passed: its ladder begins in an instance of its own, which the work on the case does not wait for. */
@Component
class StartEscalationDelegate implements JavaDelegate { // messageEndEvent_…Escalated
    private final RuntimeService runtime;

    StartEscalationDelegate(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> variables = new HashMap<>();
        INCIDENT_NUMBER.on(variables, INCIDENT_NUMBER.from(execution));
        CLOCK_KIND.on(variables, CLOCK_KIND.from(execution));
        SEVERITY.on(variables, SEVERITY.from(execution));
        RESTRICTED.on(variables, Role.RESTRICTED.group().equals(execution.getTenantId()));
        // What the task lists show of a case.
        Stream.of(CATEGORY_NAME, MUNICIPALITY_NAME, BODY_NAME)
                .forEach(name -> name.on(variables, name.find(execution).orElse(null)));
        runtime.createMessageCorrelation(SlaEscalationProcess.HALF_PASSED)
                .processInstanceBusinessKey(INCIDENT_NUMBER.from(execution))
                .setVariables(variables)
                .correlateStartMessage();
    }
}
