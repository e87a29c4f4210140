package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.PROMISE_GIVEN;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EXECUTION_OUTCOME;

import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseWork;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.reply.Answers;

/** Hands a draft over for approval. */
@Component
class PrepareResponseListener implements TaskListener { // userTask_prepareResponse
    private final Answers answers;
    private final CaseWork work;
    private final FormDates dates;

    PrepareResponseListener(Answers answers, CaseWork work, FormDates dates) {
        this.answers = answers;
        this.work = work;
        this.dates = dates;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<LocalDate> promisedOn = form.date(Texts.PROMISED_ON);
        Optional<String> document = form.link(Texts.PROMISE_DOCUMENT_URL);
        boolean promise = PROMISE_GIVEN.find(task).orElse(false);
        LocalDate date = promise
                ? promisedOn
                        .map(day -> dates.ofPromise(day, Cases.of(task), document))
                        .orElseThrow(() -> new FormRefusal("Укажите дату, к которой обещаете выполнить"))
                : null;
        answers.submit(Cases.of(task).value(), form.text(Texts.RESPONSE, "Напишите ответ автору"), date, form.actor());
        work.addDocument(Cases.of(task), document.orElse(null), "Обоснование срока", form.actor());
        PROMISE_GIVEN.set(task, promise);
        EXECUTION_OUTCOME.set(task, ExecutionProcess.PREPARED);
    }
}
