package ru.cur.reply.process;

import static ru.cur.reply.process.ReplyPublicationProcess.Variables.APPROVAL_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.platform.CompletedForm;

/** Brings the curator's decision to the draft. */
@Component
class ApproveResponseListener implements TaskListener { // userTask_approveResponse
    private final DraftDecisions decisions;

    ApproveResponseListener(DraftDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        switch (form.choice(APPROVAL_OUTCOME, "Выберите: согласовать или вернуть")) {
            case APPROVE -> decisions.agree(task, form);
            case RETURN -> decisions.sendBack(task, form);
        }
    }
}
