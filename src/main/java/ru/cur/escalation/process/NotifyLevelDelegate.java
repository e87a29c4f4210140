package ru.cur.escalation.process;

import static ru.cur.escalation.process.SlaEscalationProcess.Variables.CLOCK_KIND;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.ESCALATION_DEADLINE;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.ESCALATION_LEVEL;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.LEVEL_MOMENT;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.LEVEL_REACHED;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.LEVEL_RECIPIENTS;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.LEVEL_STATE;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.LEVEL_TASK;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.SEND_AT;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.escalation.Ladder;
import ru.cur.escalation.Ladder.Reached;
import ru.cur.escalation.Ladder.Step;
import ru.cur.escalation.LadderMoment;
import ru.cur.escalation.LadderRole;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.SlaState;

/** Tells those whom the step names, and says until when its task is to be done. */
@Component
class NotifyLevelDelegate implements JavaDelegate { // serviceTask_notifyLevel
    private final Ladder ladder;
    private final CaseTerms terms;

    NotifyLevelDelegate(Ladder ladder, CaseTerms terms) {
        this.ladder = ladder;
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step step = step(execution);
        Reached reached =
                ladder.reach(new IncidentNumber(INCIDENT_NUMBER.from(execution)), CLOCK_KIND.from(execution), step);
        LEVEL_REACHED.set(execution, reached.told());
        SEND_AT.set(execution, reached.lettersAt().orElse(null));
        ESCALATION_LEVEL.set(execution, step.number() + 1L);
        LEVEL_TASK.from(execution).term().ifPresent(term -> ESCALATION_DEADLINE.set(execution, terms.fromNow(term)));
    }

    private static Step step(DelegateExecution execution) {
        String state = LEVEL_STATE.from(execution);
        return new Step(
                ESCALATION_LEVEL.from(execution).intValue(),
                LadderMoment.parse(LEVEL_MOMENT.from(execution)),
                LadderRole.parse(LEVEL_RECIPIENTS.from(execution)),
                state.equals(SlaEscalationProcess.NONE) ? Optional.empty() : Optional.of(SlaState.valueOf(state)));
    }
}
