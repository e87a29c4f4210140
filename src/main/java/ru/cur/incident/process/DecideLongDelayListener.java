package ru.cur.incident.process;

import static ru.cur.incident.process.PromiseControlProcess.Variables.CONTROL_OUTCOME;
import static ru.cur.incident.process.PromiseControlProcess.Variables.LONG_DELAY_OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.TimeRequests;
import ru.cur.incident.process.PromiseControlProcess.Texts;
import ru.cur.platform.CompletedForm;

/** Keeps what the head of the CUR decides about a long delay. */
@Component
class DecideLongDelayListener implements TaskListener { // userTask_decideLongDelay
    private final TimeRequests timeRequests;

    DecideLongDelayListener(TimeRequests timeRequests) {
        this.timeRequests = timeRequests;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> reason = form.optionalText(Texts.DECISION);
        switch (form.choice(LONG_DELAY_OUTCOME, "Выберите: согласовать долгий срок или отказать")) {
            case AGREE -> timeRequests.agree(Cases.of(task), form.actor());
            case REFUSE -> {
                timeRequests.refuse(Cases.of(task), reason.orElse(null), form.actor());
                CONTROL_OUTCOME.take(task);
            }
        }
    }
}
