package ru.cur.incident.process;

import static ru.cur.incident.process.CoExecutionProcess.Variables.PART_OUTCOME;
import static ru.cur.incident.process.CoExecutionProcess.Variables.REQUEST_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.BodyRequests;
import ru.cur.incident.process.CoExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;

/** Keeps what a co-executor says of his part. */
@Component
class DoPartListener implements TaskListener { // userTask_doPart
    private final BodyRequests requests;

    DoPartListener(BodyRequests requests) {
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        boolean done = form.choice(PART_OUTCOME, "Выберите: часть выполнена или вы отказываетесь") == PartOutcome.DONE;
        String url = form.link(Texts.EVIDENCE_URL).orElse(null);
        requests.answer(
                REQUEST_ID.from(task),
                done,
                form.text(Texts.REPORT, done ? "Опишите, что сделано" : "Объясните, почему отказываетесь"),
                url,
                form.actor());
    }
}
