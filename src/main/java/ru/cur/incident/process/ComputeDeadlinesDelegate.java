package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ANSWER_CLOCK;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SEVERITY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseTerms;
import ru.cur.sla.clock.ClockKind;

/** The clocks of the case by its decided severity. */
@Component
class ComputeDeadlinesDelegate implements JavaDelegate { // serviceTask_computeDeadlines
    private final CaseTerms terms;
    private final TermVariables variables;

    ComputeDeadlinesDelegate(CaseTerms terms, TermVariables variables) {
        this.terms = terms;
        this.variables = variables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        terms.decided(Cases.of(execution), SEVERITY.from(execution), variables.justDecided(execution));
        ANSWER_CLOCK.set(execution, ClockKind.FIRST_ANSWER);
    }
}
