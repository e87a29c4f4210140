package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ANSWER_READY;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.HEAD_IN_PERSON;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseOutcome;

/** Takes a case up again after a broken promise. */
@Component
class ReopenIncidentDelegate implements JavaDelegate { // serviceTask_reopenIncident
    /** The third time it is the matter of the head of the body himself. */
    private static final int IN_PERSON_FROM = 3;

    private final CaseOutcome outcome;

    ReopenIncidentDelegate(CaseOutcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int times = outcome.reopen(Cases.of(execution));
        // What was ready has been answered with and has not satisfied the author.
        ANSWER_READY.set(execution, false);
        HEAD_IN_PERSON.set(execution, isForTheHead(times));
    }

    /** @param times how often the case has been taken up again */
    static boolean isForTheHead(int times) {
        return times >= IN_PERSON_FROM;
    }
}
