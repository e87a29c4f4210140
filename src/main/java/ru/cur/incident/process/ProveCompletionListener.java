package ru.cur.incident.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseOutcome;
import ru.cur.incident.CaseWork;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.reply.Answers;

/** Keeps the proof of a kept promise and hands the final answer over for approval. */
@Component
class ProveCompletionListener implements TaskListener { // userTask_proveCompletion
    private final CaseOutcome outcome;
    private final CaseWork work;
    private final Answers answers;
    private final FormDates dates;

    ProveCompletionListener(CaseOutcome outcome, CaseWork work, Answers answers, FormDates dates) {
        this.outcome = outcome;
        this.work = work;
        this.answers = answers;
        this.dates = dates;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        String number = Cases.of(task).value();
        String answer = form.text(Texts.PROOF, "Напишите итоговый ответ автору");
        LocalDate completedOn = form.date(Texts.COMPLETED_ON)
                .map(dates::ofWork)
                .orElseThrow(() -> new FormRefusal("Укажите дату выполнения"));
        String evidence = form.link(Texts.EVIDENCE_URL)
                .orElseThrow(
                        () -> new FormRefusal("Дайте ссылку на фото или акт: без подтверждения обещание не закрыть"));
        work.addEvidence(Cases.of(task), evidence, form.actor());
        outcome.promiseKept(Cases.of(task), completedOn, form.actor());
        answers.submit(number, answer, null, form.actor());
    }
}
