package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.EXTENSION_OUTCOME;
import static ru.cur.incident.process.ExecutionProcess.Variables.WORK_OUTCOME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ANSWER_CLOCK;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.TimeRequests;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;

/** Brings the curator's decision to the clock of the answer. */
@Component
class DecideExtensionListener implements TaskListener { // userTask_decideExtension
    private final TimeRequests timeRequests;

    DecideExtensionListener(TimeRequests timeRequests) {
        this.timeRequests = timeRequests;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> reason = form.optionalText(Texts.DECISION);
        switch (form.choice(EXTENSION_OUTCOME, "Выберите: продлить срок или отказать")) {
            case GRANT -> timeRequests.grantExtension(Cases.of(task), ANSWER_CLOCK.from(task), form.actor());
            case REFUSE -> timeRequests.refuse(Cases.of(task), reason.orElse(null), form.actor());
        }
        // The executor decides anew what he does, and the curator the next time.
        WORK_OUTCOME.take(task);
        EXTENSION_OUTCOME.take(task);
    }
}
