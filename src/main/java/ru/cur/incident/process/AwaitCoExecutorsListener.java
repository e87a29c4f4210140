package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.PART_REQUEST_ID;
import static ru.cur.incident.process.ExecutionProcess.Variables.REQUEST_ID;
import static ru.cur.incident.process.ExecutionProcess.Variables.WAIT_OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.BodyRequest;
import ru.cur.incident.BodyRequests;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** The executor does without a co-executor, or works on himself. */
@Component
class AwaitCoExecutorsListener implements TaskListener { // userTask_awaitCoExecutors
    private final BodyRequests requests;

    AwaitCoExecutorsListener(BodyRequests requests) {
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> reason = form.optionalText(Texts.WITHDRAWAL);
        Optional<String> chosen = PART_REQUEST_ID.take(task);
        if (form.choice(WAIT_OUTCOME, "Выберите: отозвать соисполнителя или вернуться к работе")
                == WaitOutcome.WITHDRAW) {
            BodyRequest part = requests.of(Cases.of(task)).stream()
                    .filter(request -> request.kind() == BodyRequest.Kind.PART)
                    .filter(request -> Optional.of(String.valueOf(request.id())).equals(chosen))
                    .findFirst()
                    .orElseThrow(() -> new FormRefusal("Выберите, кого из соисполнителей отозвать"));
            requests.withdraw(
                    part.id(),
                    reason.orElseThrow(() -> new FormRefusal("Объясните соисполнителю, почему его помощь не нужна")),
                    form.actor());
            REQUEST_ID.set(task, part.id());
        }
    }
}
