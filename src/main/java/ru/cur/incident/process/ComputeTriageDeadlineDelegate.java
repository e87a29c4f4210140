package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.FIRST_ANSWER_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.TRIAGE_DEADLINE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.TRIAGE_TERM;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseTerms;
import ru.cur.sla.Term;

/** Until when a new message must be sorted. */
@Component
class ComputeTriageDeadlineDelegate implements JavaDelegate { // serviceTask_computeTriageDeadline
    private final CaseTerms terms;

    ComputeTriageDeadlineDelegate(CaseTerms terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TRIAGE_DEADLINE.set(
                execution,
                terms.triage(
                        Cases.of(execution),
                        Term.parse(TRIAGE_TERM.from(execution)),
                        Term.parse(FIRST_ANSWER_TERM.from(execution))));
    }
}
