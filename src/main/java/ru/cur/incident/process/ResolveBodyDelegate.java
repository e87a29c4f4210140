package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_FOUND;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EXECUTOR_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ROUTING;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.directory.Organisation;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.CaseWork;
import ru.cur.incident.DecidedTerms;
import ru.cur.incident.IncidentHistory;

/** From the kind of responsible body to the body of the place. */
@Component
class ResolveBodyDelegate implements JavaDelegate { // serviceTask_resolveBody
    private final CaseWork work;
    private final CaseTerms terms;
    private final TermVariables variables;
    private final Directory directory;

    ResolveBodyDelegate(CaseWork work, CaseTerms terms, TermVariables variables, Directory directory) {
        this.work = work;
        this.terms = terms;
        this.variables = variables;
        this.directory = directory;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<String> bodyId = work.resolveBody(Cases.of(execution), ROUTING.from(execution));
        DecidedTerms decided = variables.read(execution);
        bodyId.ifPresentOrElse(
                body -> terms.routed(Cases.of(execution), body, decided, IncidentHistory.SYSTEM),
                () -> terms.bodyUnknown(Cases.of(execution), decided));
        BODY_ID.set(execution, bodyId.orElse(null));
        BODY_NAME.set(
                execution,
                bodyId.flatMap(directory::organisation)
                        .map(Organisation::shortName)
                        .orElse(null));
        BODY_FOUND.set(execution, bodyId.isPresent());
        EXECUTOR_ID.set(execution, null);
    }
}
