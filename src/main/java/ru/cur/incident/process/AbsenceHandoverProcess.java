package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.flag;
import static ru.cur.platform.ProcessVariable.instant;
import static ru.cur.platform.ProcessVariable.text;

import java.time.Instant;
import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/incident/absence-handover.bpmn, by name. */
final class AbsenceHandoverProcess {
    static final String ID = "absence-handover";
    static final String ABSENCE_BEGAN = "incident.absenceBegan";
    static final String HANDOVER_LETTERS_READY = "incident.handoverLettersReady";

    private AbsenceHandoverProcess() {}

    static final class Variables {
        static final ProcessVariable<Boolean> TASKS_LEFT = flag("tasksLeft");
        static final ProcessVariable<Boolean> LETTERS_READY = flag("lettersReady");
        static final ProcessVariable<String> NOTICE_KEY = text("noticeKey");
        static final ProcessVariable<Instant> SEND_AT = instant("sendAt");

        private Variables() {}
    }
}
