package ru.cur.escalation.process;

import static ru.cur.escalation.process.SlaEscalationProcess.Variables.INCIDENT_NUMBER;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.escalation.process.SlaEscalationProcess.Texts;
import ru.cur.incident.CaseOutcome;
import ru.cur.incident.IncidentNumber;
import ru.cur.platform.CompletedForm;

/** Keeps what the executor has said on the phone. */
@Component
class CallExecutorListener implements TaskListener { // userTask_callExecutor
    private final CaseOutcome outcome;

    CallExecutorListener(CaseOutcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        outcome.executorCalled(
                new IncidentNumber(INCIDENT_NUMBER.from(task)),
                form.text(Texts.CALL, "Запишите, с кем говорили и когда будет готово"),
                form.actor());
    }
}
