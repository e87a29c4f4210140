package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ASSIGN_OUTCOME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_ID;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseWork;
import ru.cur.incident.process.IncidentHandlingProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** Sends the case to the body that the curator has chosen, or lets it be sorted once more. */
@Component
class AssignBodyListener implements TaskListener { // userTask_assignBody
    private final BodyAssignment assignment;
    private final CaseWork work;

    AssignBodyListener(BodyAssignment assignment, CaseWork work) {
        this.assignment = assignment;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> text = form.optionalText(Texts.ASSIGN);
        switch (form.choice(ASSIGN_OUTCOME, "Выберите: направить исполнителю или вернуть на разбор")) {
            case ASSIGN -> assignment.send(task, text.orElse(null), form.actor());
            case BACK_TO_TRIAGE -> {
                work.backToTriage(
                        Cases.of(task),
                        text.orElseThrow(() -> new FormRefusal("Поясните, почему направлять некому")),
                        form.actor());
                // Or the operator would seem to have named the body that had the case before.
                BODY_ID.set(task, null);
            }
        }
    }
}
