package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.WORK_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseWork;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.sla.RussianDates;

/** Keeps what the executor says of the work. */
@Component
class DoWorkListener implements TaskListener { // userTask_doWork
    private final CaseWork work;
    private final FormDates dates;

    DoWorkListener(CaseWork work, FormDates dates) {
        this.work = work;
        this.dates = dates;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        WorkOutcome outcome = form.choice(WORK_OUTCOME, "Укажите, что с работами");
        String doneOn = form.date(Texts.WORK_DONE_ON)
                .map(dates::ofWork)
                .map(date -> " (выполнено " + RussianDates.day(date) + ")")
                .orElse("");
        work.reported(
                Cases.of(task),
                outcome.result(),
                form.text(Texts.WORK, "Опишите, что сделано или почему не сделано") + doneOn,
                form.link(Texts.EVIDENCE_URL).orElse(null),
                form.actor());
    }
}
