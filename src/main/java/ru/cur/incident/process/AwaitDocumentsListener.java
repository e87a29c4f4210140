package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.REQUEST_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.BodyRequests;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;

/** The executor goes on without the documents. */
@Component
class AwaitDocumentsListener implements TaskListener { // userTask_awaitDocuments
    private final BodyRequests requests;

    AwaitDocumentsListener(BodyRequests requests) {
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        requests.withdraw(
                REQUEST_ID.from(task),
                form.text(Texts.WITHDRAWAL, "Объясните, почему документы больше не нужны"),
                form.actor());
    }
}
