package ru.cur.escalation.process;

import static ru.cur.escalation.process.SlaEscalationProcess.Variables.LETTERS_ABOUT;

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
        notifications.sendDue(LETTERS_ABOUT.from(execution));
    }
}
