package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseClockActs;
import ru.cur.incident.process.IncidentHandlingProcess.Texts;
import ru.cur.platform.CompletedForm;

/** The reason why nobody could work is gone. */
@Component
class ResumeWorkListener implements TaskListener { // userTask_resumeWork
    private final CaseClockActs acts;

    ResumeWorkListener(CaseClockActs acts) {
        this.acts = acts;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        String why = form.text(Texts.RESUME, "Напишите, почему работу можно продолжить");
        acts.resumeIfPaused(Cases.of(task), why, form.actor());
    }
}
