package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ANSWER_CLOCK;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ANSWER_READY;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ASSIGN_OUTCOME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_FOUND;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.PROMISE_GIVEN;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.REWORK_REQUIRED;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SEVERITY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseTerms;

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
        ANSWER_CLOCK.set(execution, terms.answerClock(Cases.of(execution)));
        // A case that waits for another one has no body; what comes after its answer asks for one all the same.
        BODY_FOUND.set(execution, false);
        ANSWER_READY.set(execution, false);
        REWORK_REQUIRED.set(execution, false);
        PROMISE_GIVEN.set(execution, false);
        ASSIGN_OUTCOME.set(execution, AssignOutcome.ASSIGN);
    }
}
