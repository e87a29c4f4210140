package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.FOLLOW_UP_OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.CaseMarks;
import ru.cur.incident.process.IncidentHandlingProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** What a person of the CUR makes of a further message of the author. */
@Component
class ReadFollowUpListener implements TaskListener { // userTask_readFollowUp
    private final CaseMarks marks;
    private final AuthorFeedback feedback;

    ReadFollowUpListener(CaseMarks marks, AuthorFeedback feedback) {
        this.marks = marks;
        this.feedback = feedback;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> text = form.optionalText(Texts.FOLLOW_UP);
        switch (form.choice(FOLLOW_UP_OUTCOME, "Выберите, что меняет дополнение автора")) {
            case NOTED -> marks.followUpRead(Cases.of(task), text.orElse(null), form.actor());
            case NOT_SOLVED -> feedback.disagree(Cases.of(task), text.orElse(null), form.actor());
            case WITHDRAWN ->
                marks.withdrawalAccepted(
                        Cases.of(task),
                        text.orElseThrow(() -> new FormRefusal("Запишите, какими словами автор отозвал сообщение")),
                        form.actor());
        }
    }
}
