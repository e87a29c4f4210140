package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseTerms;

/** The clocks of a message that waits to be sorted. */
@Component
class StartTriageClockDelegate implements JavaDelegate { // serviceTask_startTriageClock
    private final CaseTerms terms;
    private final TermVariables variables;

    StartTriageClockDelegate(CaseTerms terms, TermVariables variables) {
        this.terms = terms;
        this.variables = variables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        terms.received(Cases.of(execution), variables.justDecided(execution));
    }
}
