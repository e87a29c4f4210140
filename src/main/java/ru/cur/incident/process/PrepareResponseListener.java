package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.PROMISE_GIVEN;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EXECUTION_OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseWork;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.reply.AnswerParts;
import ru.cur.reply.Answers;

/** Hands a draft over for approval: its parts, and the text that was made of them. */
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
        Optional<String> document = form.link(Texts.PROMISE_DOCUMENT_URL);
        AnswerParts parts = new AnswerParts(
                form.optionalText(Texts.DONE).orElse(null),
                form.optionalText(Texts.PLAN).orElse(null),
                form.date(Texts.PROMISED_ON)
                        .map(day -> dates.ofPromise(day, Cases.of(task), document))
                        .orElse(null),
                form.optionalText(Texts.REFUSAL).orElse(null),
                form.optionalText(Texts.LEGAL_GROUND).orElse(null));
        answers.submit(
                Cases.of(task).value(),
                parts,
                form.optionalText(Texts.RESPONSE).orElse(null),
                form.optionalText(Texts.TEMPLATE_ID)
                        .map(PrepareResponseListener::template)
                        .orElse(null),
                form.actor());
        work.addDocument(Cases.of(task), document.orElse(null), "Обоснование срока", form.actor());
        PROMISE_GIVEN.set(task, parts.promisedOn() != null);
        EXECUTION_OUTCOME.set(task, ExecutionProcess.PREPARED);
    }

    private static Long template(String id) {
        try {
            return Long.valueOf(id);
        } catch (NumberFormatException typed) {
            throw new FormRefusal("Выберите шаблон из списка");
        }
    }
}
