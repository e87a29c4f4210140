package ru.cur.reply.process;

import static ru.cur.reply.process.ReplyPublicationProcess.Variables.VICE_GOVERNOR_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.platform.CompletedForm;

/** Brings the vice-governor's decision to the draft. */
@Component
class ApproveByViceGovernorListener implements TaskListener { // userTask_approveByViceGovernor
    private final DraftDecisions decisions;

    ApproveByViceGovernorListener(DraftDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        switch (form.choice(VICE_GOVERNOR_OUTCOME, "Выберите: согласовать или вернуть")) {
            case APPROVE -> decisions.agree(task, form);
            case RETURN -> decisions.sendBack(task, form);
        }
    }
}
