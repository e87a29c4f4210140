package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.ACCESS_RESTRICTED;
import static ru.cur.incident.process.IncidentHandlingProcess.AUTHOR_WROTE;
import static ru.cur.incident.process.IncidentHandlingProcess.TERM_MOVED;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.DANGER_TO_LIFE;
import static ru.cur.incident.process.IncidentHandlingProcess.WORK_SUSPENDED;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ru.cur.platform.engine.AcrossBodies;

/**
 * The case goes on in an instance that only named people see: the tenant of a running one can't be changed. What waits beside
 * its main way, which ends here, begins there anew.
 */
@Component
class RestrictAccessDelegate implements JavaDelegate { // messageEvent_caseRestricted
    private static final Map<String, String> WAITS_BESIDE = Map.of(
            "subProcess_followUp", AUTHOR_WROTE,
            "subProcess_suspension", WORK_SUSPENDED,
            "subProcess_newTerm", TERM_MOVED);

    private final RuntimeService runtime;
    private final AcrossBodies across;

    RestrictAccessDelegate(@Lazy RuntimeService runtime, AcrossBodies across) {
        this.runtime = runtime;
        this.across = across;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ActivityInstance open = runtime.getActivityInstance(execution.getProcessInstanceId());
        Map<String, Object> variables = new HashMap<>(execution.getVariables());
        if (open.getActivityInstances("userTask_handOverToEmergency").length > 0) {
            DANGER_TO_LIFE.on(variables, true);
        }
        String restricted = runtime.createMessageCorrelation(ACCESS_RESTRICTED)
                .processInstanceBusinessKey(Cases.of(execution).value())
                .setVariables(variables)
                .correlateStartMessage()
                .getId();
        WAITS_BESIDE.forEach((subProcess, message) -> {
            for (ActivityInstance waiting : open.getActivityInstances(subProcess)) {
                beginLater(message, runtime.getVariablesLocal(waiting.getExecutionIds()[0]), restricted);
            }
        });
    }

    /** The new instance hears nothing before it is written, and whoever acts may not see it. */
    private void beginLater(String message, Map<String, Object> itsOwn, String instance) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                across.run(() -> runtime.createMessageCorrelation(message)
                        .processInstanceId(instance)
                        .setVariablesToTriggeredScope(itsOwn)
                        .correlateAll());
            }
        });
    }
}
