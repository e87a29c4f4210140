package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.AuthorQuestions;

/** The author has the case until he answers. */
@Component
class StartClarificationDelegate implements JavaDelegate { // serviceTask_startClarification
    private final AuthorQuestions questions;

    StartClarificationDelegate(AuthorQuestions questions) {
        this.questions = questions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        questions.startWaiting(Cases.of(execution));
    }
}
