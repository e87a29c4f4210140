package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EMERGENCY_OUTCOME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EMERGENCY_SERVICE;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.EmergencyCalls;
import ru.cur.incident.process.IncidentHandlingProcess.Texts;
import ru.cur.platform.CompletedForm;

/** Keeps the call log of a danger to life. */
@Component
class HandOverToEmergencyListener implements TaskListener { // userTask_handOverToEmergency
    private final EmergencyCalls calls;

    HandOverToEmergencyListener(EmergencyCalls calls) {
        this.calls = calls;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        EmergencyService service = form.choice(EMERGENCY_SERVICE, "Укажите, какой службе звонили");
        EmergencyOutcome outcome = form.choice(EMERGENCY_OUTCOME, "Укажите, принят ли вызов");
        String spokeWith =
                form.text(Texts.SPOKE_WITH, "Запишите, с кем говорили; если никто не ответил – так и напишите");
        String text = form.optionalText(Texts.CALL).orElse(null);
        calls.add(
                Cases.of(task),
                new EmergencyCalls.Call(service.title(), outcome == EmergencyOutcome.ACCEPTED, spokeWith, text),
                form.actor());
    }
}
