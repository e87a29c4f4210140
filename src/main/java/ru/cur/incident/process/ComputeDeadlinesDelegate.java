package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ACCEPTANCE_DEADLINE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ACCEPTANCE_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.FIRST_ANSWER_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SEVERITY;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SLA_DEADLINE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SLA_WARNING_AT;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.TASK_PRIORITY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.CaseTerms.Deadlines;
import ru.cur.incident.Severity;
import ru.cur.sla.Term;

/** The terms of acceptance and answer, from the decided term texts. */
@Component
class ComputeDeadlinesDelegate implements JavaDelegate { // serviceTask_computeDeadlines
    private final CaseTerms terms;

    ComputeDeadlinesDelegate(CaseTerms terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Severity severity = SEVERITY.from(execution);
        Deadlines deadlines = terms.answer(
                Cases.of(execution),
                severity,
                Term.parse(ACCEPTANCE_TERM.from(execution)),
                Term.parse(FIRST_ANSWER_TERM.from(execution)));
        TASK_PRIORITY.set(execution, severity.taskPriority());
        ACCEPTANCE_DEADLINE.set(execution, deadlines.acceptance());
        SLA_WARNING_AT.set(execution, deadlines.warning());
        SLA_DEADLINE.set(execution, deadlines.answer());
    }
}
