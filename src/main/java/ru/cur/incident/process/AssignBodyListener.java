package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_FOUND;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EXECUTOR_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.REWORK_REQUIRED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.directory.Organisation;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.CaseWork;
import ru.cur.incident.process.IncidentHandlingProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** Sends the case to the body that the curator has chosen. */
@Component
class AssignBodyListener implements TaskListener { // userTask_assignBody
    private final CaseWork work;
    private final CaseTerms terms;
    private final TermVariables variables;
    private final Directory directory;

    AssignBodyListener(CaseWork work, CaseTerms terms, TermVariables variables, Directory directory) {
        this.work = work;
        this.terms = terms;
        this.variables = variables;
        this.directory = directory;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        String bodyId = BODY_ID.find(task).orElseThrow(() -> new FormRefusal("Выберите исполнителя"));
        work.send(
                Cases.of(task),
                bodyId,
                form.actor(),
                form.optionalText(Texts.ASSIGN).orElse(null));
        terms.routed(Cases.of(task), bodyId, variables.read(task), form.actor());
        BODY_NAME.set(
                task,
                directory.organisation(bodyId).map(Organisation::shortName).orElseThrow());
        BODY_FOUND.set(task, true);
        EXECUTOR_ID.set(task, null);
        REWORK_REQUIRED.set(task, false);
    }
}
