package ru.cur.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.notification.Notifications;

/**
 * Sends what is due. A mail server that is not there, or does not take a letter of this process, fails the job, which is tried
 * again; letters of others that it does not take are the business of others.
 */
@Component
class SendNotificationsDelegate implements JavaDelegate { // serviceTask_sendNotifications
    private final Notifications notifications;

    SendNotificationsDelegate(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifications.sendDue(about(execution));
    }

    /** Null in a weekly list that was begun by a version which did not name its notice. */
    private static String about(DelegateExecution execution) {
        return WeeklyOverdueListProcess.Variables.NOTICE_KEY
                .find(execution)
                .or(() -> SlaEscalationProcess.Variables.INCIDENT_NUMBER.find(execution))
                .orElse(null);
    }
}
