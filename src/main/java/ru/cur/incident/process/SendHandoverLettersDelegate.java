package ru.cur.incident.process;

import static ru.cur.incident.process.AbsenceHandoverProcess.Variables.NOTICE_KEY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.notification.Notifications;

/** Sends what is due. A mail server that is not there, or does not take these letters, fails the job, which is tried again. */
@Component
class SendHandoverLettersDelegate implements JavaDelegate { // serviceTask_sendHandoverLetters
    private final Notifications notifications;

    SendHandoverLettersDelegate(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifications.sendDue(NOTICE_KEY.from(execution));
    }
}
