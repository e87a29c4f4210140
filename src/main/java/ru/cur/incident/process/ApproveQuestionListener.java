package ru.cur.incident.process;

import static ru.cur.incident.process.AuthorQuestionProcess.Variables.MESSAGE_VERSION;
import static ru.cur.incident.process.AuthorQuestionProcess.Variables.QUESTION_DECISION;
import static ru.cur.incident.process.AuthorQuestionProcess.Variables.QUESTION_OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.AuthorQuestions;
import ru.cur.incident.process.AuthorQuestionProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** A curator reads what a body wants to ask the author. */
@Component
class ApproveQuestionListener implements TaskListener { // userTask_approveQuestion
    private final AuthorQuestions questions;

    ApproveQuestionListener(AuthorQuestions questions) {
        this.questions = questions;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> question = form.optionalText(Texts.QUESTION);
        Optional<String> why = form.optionalText(Texts.REFUSAL);
        switch (form.choice(QUESTION_DECISION, "Выберите: задать вопрос или отклонить")) {
            case ASK ->
                MESSAGE_VERSION.set(task, (long) questions.reworded(
                        Cases.of(task), MESSAGE_VERSION.from(task).intValue(), question, form.actor()));
            case REFUSE -> {
                questions.refuse(
                        Cases.of(task),
                        why.orElseThrow(() -> new FormRefusal("Напишите исполнителю, почему вопрос не задать")),
                        form.actor());
                QUESTION_OUTCOME.set(task, AuthorQuestionProcess.REFUSED);
            }
        }
    }
}
