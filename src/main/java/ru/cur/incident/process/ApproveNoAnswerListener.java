package ru.cur.incident.process;

import static ru.cur.incident.process.AppealDisposalProcess.Variables.NO_ANSWER_OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.Appeals;
import ru.cur.incident.process.AppealDisposalProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** The head of the CUR decides whether an appeal may be left without an answer. */
@Component
class ApproveNoAnswerListener implements TaskListener { // userTask_approveNoAnswer
    private final Appeals appeals;

    ApproveNoAnswerListener(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> why = form.optionalText(Texts.NO_ANSWER);
        switch (form.choice(NO_ANSWER_OUTCOME, "Выберите: согласовать или вернуть на разбор")) {
            case AGREED -> appeals.decideNoAnswer(Cases.of(task), true, why.orElse(null), form.actor());
            case REFUSED ->
                appeals.decideNoAnswer(
                        Cases.of(task),
                        false,
                        why.orElseThrow(() -> new FormRefusal("Объясните, почему отвечать надо")),
                        form.actor());
        }
    }
}
