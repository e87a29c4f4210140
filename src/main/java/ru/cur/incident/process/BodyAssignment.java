package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_FOUND;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EXECUTOR_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.REWORK_REQUIRED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.directory.Organisation;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.CaseWork;
import ru.cur.platform.FormRefusal;

/** A person of the CUR has chosen the body that must act. */
@Component
class BodyAssignment {
    private final CaseWork work;
    private final CaseTerms terms;
    private final TermVariables variables;
    private final Directory directory;

    BodyAssignment(CaseWork work, CaseTerms terms, TermVariables variables, Directory directory) {
        this.work = work;
        this.terms = terms;
        this.variables = variables;
        this.directory = directory;
    }

    /** @param why may be null @throws FormRefusal when no body was chosen */
    void send(DelegateTask task, String why, String actor) {
        String bodyId = BODY_ID.find(task).orElseThrow(() -> new FormRefusal("Выберите исполнителя"));
        work.send(Cases.of(task), bodyId, actor, why);
        terms.routed(Cases.of(task), bodyId, variables.read(task), actor);
        BODY_NAME.set(
                task,
                directory.organisation(bodyId).map(Organisation::shortName).orElseThrow());
        BODY_FOUND.set(task, true);
        EXECUTOR_ID.set(task, null);
        REWORK_REQUIRED.set(task, false);
    }
}
