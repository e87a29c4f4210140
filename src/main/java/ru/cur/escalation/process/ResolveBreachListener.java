package ru.cur.escalation.process;

import static ru.cur.escalation.process.SlaEscalationProcess.Variables.BREACH_CAUSE;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.BREACH_DECISION;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.INCIDENT_NUMBER;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.escalation.process.SlaEscalationProcess.Texts;
import ru.cur.incident.CaseOutcome;
import ru.cur.incident.IncidentNumber;
import ru.cur.platform.CompletedForm;

/** Keeps what the head of the CUR has decided. */
@Component
class ResolveBreachListener implements TaskListener { // userTask_resolveBreach
    private final CaseOutcome outcome;

    ResolveBreachListener(CaseOutcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        BreachCause cause = form.choice(BREACH_CAUSE, "Укажите причину нарушения");
        BreachDecision decision = form.choice(BREACH_DECISION, "Укажите решение");
        outcome.breachResolved(
                new IncidentNumber(INCIDENT_NUMBER.from(task)),
                "Нарушение срока разобрано: %s, %s".formatted(cause.title(), decision.title()),
                form.text(Texts.BREACH, "Напишите, кто, что и к какому времени сделает"),
                form.actor());
    }
}
