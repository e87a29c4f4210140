package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.ENDORSEMENT_OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseWork;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.reply.Answers;

/** The head of the body stands by the draft, or sends it back. */
@Component
class EndorseResponseListener implements TaskListener { // userTask_endorseResponse
    private final CaseWork work;
    private final Answers answers;

    EndorseResponseListener(CaseWork work, Answers answers) {
        this.work = work;
        this.answers = answers;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> text = form.optionalText(Texts.RETURN);
        switch (form.choice(ENDORSEMENT_OUTCOME, "Выберите: утвердить или вернуть")) {
            case ENDORSE -> work.endorsed(Cases.of(task), form.actor());
            case RETURN ->
                answers.sendBack(
                        Cases.of(task).value(),
                        "замечания руководителя органа",
                        text.orElseThrow(() -> new FormRefusal("Напишите исполнителю, что исправить")),
                        form.actor());
        }
    }
}
