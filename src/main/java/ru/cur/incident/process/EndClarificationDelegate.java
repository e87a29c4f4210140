package ru.cur.incident.process;

import static ru.cur.incident.process.AuthorQuestionProcess.Variables.AUTHOR_ANSWERED;
import static ru.cur.incident.process.AuthorQuestionProcess.Variables.QUESTION_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.AuthorQuestions;

/** The case goes on, with the author's answer or without. */
@Component
class EndClarificationDelegate implements JavaDelegate { // serviceTask_endClarification
    private final AuthorQuestions questions;

    EndClarificationDelegate(AuthorQuestions questions) {
        this.questions = questions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        questions.stopWaiting(
                Cases.of(execution), AUTHOR_ANSWERED.find(execution).orElse(false));
        QUESTION_OUTCOME.set(execution, AuthorQuestionProcess.GO_ON);
    }
}
