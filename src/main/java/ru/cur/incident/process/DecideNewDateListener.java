package ru.cur.incident.process;

import static ru.cur.incident.process.PromiseControlProcess.Variables.CONTROL_OUTCOME;
import static ru.cur.incident.process.PromiseControlProcess.Variables.LONG_DELAY;
import static ru.cur.incident.process.PromiseControlProcess.Variables.NEW_DATE_OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.TimeRequests;
import ru.cur.incident.process.PromiseControlProcess.Texts;
import ru.cur.platform.CompletedForm;

/** Keeps what the curator decides about another date. */
@Component
class DecideNewDateListener implements TaskListener { // userTask_decideNewDate
    private final TimeRequests timeRequests;

    DecideNewDateListener(TimeRequests timeRequests) {
        this.timeRequests = timeRequests;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> reason = form.optionalText(Texts.DECISION);
        switch (form.choice(NEW_DATE_OUTCOME, "Выберите: согласовать перенос или отказать")) {
            case AGREE -> {
                timeRequests.agree(Cases.of(task), form.actor());
                LONG_DELAY.set(task, timeRequests.isLong(Cases.of(task)));
            }
            case REFUSE -> {
                timeRequests.refuse(Cases.of(task), reason.orElse(null), form.actor());
                CONTROL_OUTCOME.take(task);
            }
        }
    }
}
