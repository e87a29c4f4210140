package ru.cur.incident.process;

import static ru.cur.incident.process.DocumentRequestProcess.Variables.DOCUMENTS_OUTCOME;
import static ru.cur.incident.process.DocumentRequestProcess.Variables.REQUEST_ID;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.BodyRequests;
import ru.cur.incident.process.DocumentRequestProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** Keeps what a body answers that was asked for documents. */
@Component
class ProvideDocumentsListener implements TaskListener { // userTask_provideDocuments
    private final BodyRequests requests;

    ProvideDocumentsListener(BodyRequests requests) {
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        boolean provided =
                form.choice(DOCUMENTS_OUTCOME, "Выберите: документы есть или их нет") == DocumentsOutcome.PROVIDE;
        Optional<String> url = form.link(Texts.URL);
        if (provided && url.isEmpty()) {
            throw new FormRefusal("Дайте ссылку на документы");
        }
        requests.answer(
                REQUEST_ID.from(task),
                provided,
                form.text(Texts.ANSWER, provided ? "Опишите, что за документы" : "Объясните, почему документов нет"),
                url.orElse(null),
                form.actor());
    }
}
