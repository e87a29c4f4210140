package ru.cur.incident.process;

import static ru.cur.incident.process.PromiseControlProcess.Variables.CONTROL_OUTCOME;
import static ru.cur.incident.process.PromiseControlProcess.Variables.LONG_DELAY_OUTCOME;
import static ru.cur.incident.process.PromiseControlProcess.Variables.NEW_DATE_OUTCOME;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseOutcome;
import ru.cur.incident.CaseWork;
import ru.cur.incident.TimeRequests;
import ru.cur.incident.process.PromiseControlProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.reply.Answers;

/** Keeps the proof of a kept promise and hands the final answer over for approval, or asks for another date. */
@Component
class ProveCompletionListener implements TaskListener { // userTask_proveCompletion
    private final CaseOutcome outcome;
    private final CaseWork work;
    private final TimeRequests timeRequests;
    private final Answers answers;
    private final FormDates dates;

    ProveCompletionListener(
            CaseOutcome outcome, CaseWork work, TimeRequests timeRequests, Answers answers, FormDates dates) {
        this.outcome = outcome;
        this.work = work;
        this.timeRequests = timeRequests;
        this.answers = answers;
        this.dates = dates;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        switch (form.choice(CONTROL_OUTCOME, "Выберите: обещанное выполнено или нужен перенос срока")) {
            case PROVED -> prove(task, form);
            case MOVE_DATE -> ask(task, form);
        }
        Texts.OF_PROOF.forEach(text -> text.take(task));
        // The next time nobody has decided anything yet.
        NEW_DATE_OUTCOME.take(task);
        LONG_DELAY_OUTCOME.take(task);
    }

    private void prove(DelegateTask task, CompletedForm form) {
        String answer = form.text(Texts.PROOF, "Напишите итоговый ответ автору");
        LocalDate completedOn = form.date(Texts.COMPLETED_ON)
                .map(dates::ofWork)
                .orElseThrow(() -> new FormRefusal("Укажите дату выполнения"));
        String evidence = form.link(Texts.EVIDENCE_URL)
                .orElseThrow(
                        () -> new FormRefusal("Дайте ссылку на фото или акт: без подтверждения обещание не закрыть"));
        work.addEvidence(Cases.of(task), evidence, "Подтверждение выполнения", form.actor());
        outcome.promiseKept(Cases.of(task), completedOn, form.actor());
        answers.submit(Cases.of(task).value(), answer, null, form.actor());
    }

    private void ask(DelegateTask task, CompletedForm form) {
        LocalDate day = form.date(Texts.NEW_CONTROL_ON)
                .orElseThrow(() -> new FormRefusal("Укажите, до какой даты перенести срок"));
        timeRequests.askMove(
                Cases.of(task),
                day,
                form.text(Texts.MOVE, "Объясните, почему срок надо перенести"),
                form.link(Texts.PROMISE_DOCUMENT_URL).orElse(null),
                form.actor());
    }
}
