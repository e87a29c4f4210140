package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ACCEPTANCE_DEADLINE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ACCEPTANCE_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SLA_DEADLINE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SLA_WARNING_AT;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SOLUTION_TERM;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.CaseTerms.Deadlines;
import ru.cur.sla.Term;

/** A new term for the final answer. */
@Component
class RestartClockDelegate implements JavaDelegate { // serviceTask_restartClock
    private final CaseTerms terms;

    RestartClockDelegate(CaseTerms terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Deadlines deadlines = terms.restart(
                Cases.of(execution),
                Term.parse(SOLUTION_TERM.from(execution)),
                Term.parse(ACCEPTANCE_TERM.from(execution)));
        ACCEPTANCE_DEADLINE.set(execution, deadlines.acceptance());
        SLA_WARNING_AT.set(execution, deadlines.warning());
        SLA_DEADLINE.set(execution, deadlines.answer());
    }
}
