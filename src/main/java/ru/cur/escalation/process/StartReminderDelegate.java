package ru.cur.escalation.process;

import static ru.cur.escalation.process.PromiseReminderProcess.Variables.INCIDENT_NUMBER;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The date of a promise has come near: the reminder goes out in an instance of its own, which the work does not wait for. */
@Component
class StartReminderDelegate implements JavaDelegate { // messageEndEvent_executorReminded
    private final RuntimeService runtime;

    StartReminderDelegate(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = INCIDENT_NUMBER.from(execution);
        runtime.createMessageCorrelation(PromiseReminderProcess.DATE_CAME_NEAR)
                .processInstanceBusinessKey(number)
                .setVariable(INCIDENT_NUMBER.name(), number)
                .correlateStartMessage();
    }
}
