package ru.cur.escalation.process;

import static ru.cur.escalation.process.SlaEscalationProcess.Variables.CLOCK_KIND;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.ESCALATION_LEVEL;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.LADDER_BEGUN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.escalation.Ladder;
import ru.cur.incident.IncidentNumber;

/** One ladder for each clock. */
@Component
class BeginLadderDelegate implements JavaDelegate { // serviceTask_beginLadder
    private final Ladder ladder;

    BeginLadderDelegate(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        IncidentNumber number = new IncidentNumber(INCIDENT_NUMBER.from(execution));
        LADDER_BEGUN.set(execution, ladder.begin(number, CLOCK_KIND.from(execution)));
        ESCALATION_LEVEL.set(execution, 1L);
    }
}
