package ru.cur.incident.process;

import static ru.cur.incident.process.AuthorFeedbackProcess.Variables.CALL_OUTCOME;
import static ru.cur.incident.process.AuthorFeedbackProcess.Variables.FEEDBACK_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseOutcome;
import ru.cur.incident.process.AuthorFeedbackProcess.Texts;
import ru.cur.platform.CompletedForm;

/** Keeps what the author has said on the phone about a bad mark. */
@Component
class CallAuthorListener implements TaskListener { // userTask_callAuthor
    private final CaseOutcome outcome;

    CallAuthorListener(CaseOutcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        CallOutcome said = form.choice(CALL_OUTCOME, "Укажите, считает ли автор вопрос решённым");
        outcome.authorCalled(Cases.of(task), form.text(Texts.CALL, "Запишите, что сказал автор"), form.actor());
        if (said == CallOutcome.NOT_SOLVED) {
            FEEDBACK_OUTCOME.set(task, AuthorFeedbackProcess.REOPEN);
        }
    }
}
