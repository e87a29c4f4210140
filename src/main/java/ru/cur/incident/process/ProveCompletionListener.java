package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseOutcome;
import ru.cur.incident.CaseWork;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.reply.Answers;

/** Keeps the proof of a kept promise and hands the final answer over for approval. */
@Component
class ProveCompletionListener implements TaskListener { // userTask_proveCompletion
    private final CaseOutcome outcome;
    private final CaseWork work;
    private final Answers answers;

    ProveCompletionListener(CaseOutcome outcome, CaseWork work, Answers answers) {
        this.outcome = outcome;
        this.work = work;
        this.answers = answers;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        String number = Cases.of(task).value();
        form.date(Texts.COMPLETED_ON);
        work.addEvidence(Cases.of(task), form.link(Texts.EVIDENCE_URL).orElse(null), form.actor());
        outcome.promiseKept(Cases.of(task), form.actor());
        answers.submit(number, form.text(Texts.PROOF, "Напишите итоговый ответ автору"), null, form.actor());
    }
}
