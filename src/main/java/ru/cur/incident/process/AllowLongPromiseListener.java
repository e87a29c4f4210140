package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.LONG_PROMISE_OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseWork;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.reply.Answers;

/** The head of the CUR lets a body promise for a long time, or does not. */
@Component
class AllowLongPromiseListener implements TaskListener { // userTask_allowLongPromise
    private final CaseWork work;
    private final Answers answers;

    AllowLongPromiseListener(CaseWork work, Answers answers) {
        this.work = work;
        this.answers = answers;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> text = form.optionalText(Texts.DECISION);
        switch (form.choice(LONG_PROMISE_OUTCOME, "Выберите: разрешить долгий срок или отказать")) {
            case ALLOW -> work.longPromiseAllowed(Cases.of(task), form.actor());
            case REFUSE ->
                answers.sendBack(
                        Cases.of(task).value(),
                        "долгий срок не разрешён",
                        text.orElseThrow(() -> new FormRefusal("Напишите органу, почему отказываете")),
                        form.actor());
        }
    }
}
