package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EMERGENCY_SERVICE;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.Triage;
import ru.cur.incident.process.IncidentHandlingProcess.Texts;
import ru.cur.platform.CompletedForm;

/** Keeps the call log of a danger to life. */
@Component
class HandOverToEmergencyListener implements TaskListener { // userTask_handOverToEmergency
    private final Triage triage;

    HandOverToEmergencyListener(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        EmergencyService service = form.choice(EMERGENCY_SERVICE, "Укажите, какой службе передано");
        String call = form.text(Texts.CALL, "Запишите, с кем говорили и что ответили");
        triage.handedOver(Cases.of(task), service.title(), call, form.actor());
    }
}
