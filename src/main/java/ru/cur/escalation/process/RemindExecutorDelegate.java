package ru.cur.escalation.process;

import static ru.cur.escalation.process.PromiseReminderProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.escalation.process.PromiseReminderProcess.Variables.SEND_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.escalation.PromiseReminders;
import ru.cur.incident.IncidentNumber;

/** Tells the executor that what he has promised is due soon. */
@Component
class RemindExecutorDelegate implements JavaDelegate { // serviceTask_remindExecutor
    private final PromiseReminders reminders;

    RemindExecutorDelegate(PromiseReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        IncidentNumber number = new IncidentNumber(INCIDENT_NUMBER.from(execution));
        SEND_AT.set(execution, reminders.remind(number).orElse(null));
    }
}
