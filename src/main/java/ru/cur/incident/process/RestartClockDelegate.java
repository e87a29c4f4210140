package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ANSWER_CLOCK;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ANSWER_READY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseTerms;
import ru.cur.sla.clock.ClockKind;

/** A new term for the final answer. */
@Component
class RestartClockDelegate implements JavaDelegate { // serviceTask_restartClock
    private final CaseTerms terms;
    private final TermVariables variables;

    RestartClockDelegate(CaseTerms terms, TermVariables variables) {
        this.terms = terms;
        this.variables = variables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean answerReady = ANSWER_READY.find(execution).orElse(false);
        terms.restart(Cases.of(execution), variables.read(execution), !answerReady);
        ANSWER_CLOCK.set(execution, ClockKind.SOLUTION);
    }
}
