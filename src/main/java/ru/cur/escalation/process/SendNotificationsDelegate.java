package ru.cur.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.notification.Notifications;

/** Sends what is due. A mail server that is not there fails the job, which is tried again. */
@Component
class SendNotificationsDelegate implements JavaDelegate { // serviceTask_sendNotifications
    private final Notifications notifications;

    SendNotificationsDelegate(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifications.sendDue();
    }
}
