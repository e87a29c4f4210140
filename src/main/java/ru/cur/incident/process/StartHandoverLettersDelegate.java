package ru.cur.incident.process;

import static ru.cur.incident.process.AbsenceHandoverProcess.Variables.NOTICE_KEY;
import static ru.cur.incident.process.AbsenceHandoverProcess.Variables.SEND_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.HandoverLetters;

/** The letters of a portion wait for their hour in an instance of their own; the next portion does not wait for them. */
@Component
class StartHandoverLettersDelegate implements JavaDelegate { // messageEvent_lettersWritten
    private final AbsenceHandover process;

    StartHandoverLettersDelegate(AbsenceHandover process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.lettersReady(new HandoverLetters(NOTICE_KEY.from(execution), SEND_AT.from(execution)));
    }
}
