package ru.cur.escalation.process;

import static ru.cur.platform.ProcessVariable.instant;
import static ru.cur.platform.ProcessVariable.text;

import java.time.Instant;
import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/escalation/promise-reminder.bpmn, by name. */
final class PromiseReminderProcess {
    static final String ID = "promise-reminder";
    static final String DATE_CAME_NEAR = "escalation.dateCameNear";

    private PromiseReminderProcess() {}

    static final class Variables {
        static final ProcessVariable<String> INCIDENT_NUMBER = text("incidentNumber");
        static final ProcessVariable<Instant> SEND_AT = instant("sendAt");

        private Variables() {}
    }
}
