package ru.cur.incident.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.cur.directory.AbsenceBegan;
import ru.cur.incident.HandoverLetters;
import ru.cur.incident.process.AbsenceHandoverProcess.Variables;

/** Tells the handover that somebody is away, and that there are letters to send. */
@Component
class AbsenceHandover {
    private final RuntimeService runtime;

    AbsenceHandover(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** The tasks of everybody who is away are looked through: who has just been entered needs not be said. */
    @EventListener(AbsenceBegan.class)
    void absenceBegan() {
        runtime.createMessageCorrelation(AbsenceHandoverProcess.ABSENCE_BEGAN).correlateStartMessage();
    }

    void lettersReady(HandoverLetters letters) {
        Map<String, Object> variables = new HashMap<>();
        Variables.NOTICE_KEY.on(variables, letters.noticeKey());
        Variables.SEND_AT.on(variables, letters.sendAt());
        runtime.createMessageCorrelation(AbsenceHandoverProcess.HANDOVER_LETTERS_READY)
                .setVariables(variables)
                .correlateStartMessage();
    }
}
