package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.ACCESS_RESTRICTED;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The case goes on in an instance that only named people see: the tenant of a running one can't be changed. */
@Component
class RestrictAccessDelegate implements JavaDelegate { // messageEndEvent_caseRestricted
    private final RuntimeService runtime;

    RestrictAccessDelegate(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        runtime.createMessageCorrelation(ACCESS_RESTRICTED)
                .processInstanceBusinessKey(Cases.of(execution).value())
                .setVariables(execution.getVariables())
                .correlateStartMessage();
    }
}
