package ru.cur.incident.process;

import static ru.cur.incident.process.AuthorQuestionProcess.Variables.MESSAGE_VERSION;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.Appeals;

/** Sends an appeal on to those who must answer it. */
@Component
class RedirectAppealDelegate implements JavaDelegate { // serviceTask_redirectAppeal
    private final Appeals appeals;

    RedirectAppealDelegate(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MESSAGE_VERSION.set(execution, (long) appeals.redirect(Cases.of(execution)));
    }
}
