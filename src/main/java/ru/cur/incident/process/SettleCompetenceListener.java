package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.process.IncidentHandlingProcess.Texts;
import ru.cur.platform.CompletedForm;

/** The head of the CUR ends a dispute of bodies about whose case it is. */
@Component
class SettleCompetenceListener implements TaskListener { // userTask_settleCompetence
    private final BodyAssignment assignment;

    SettleCompetenceListener(BodyAssignment assignment) {
        this.assignment = assignment;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        String why = form.text(Texts.ASSIGN, "Объясните решение: его увидят все органы");
        assignment.send(task, "Решение руководителя ЦУР. " + why, form.actor());
    }
}
