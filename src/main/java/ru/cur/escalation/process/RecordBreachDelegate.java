package ru.cur.escalation.process;

import static ru.cur.escalation.process.SlaEscalationProcess.Variables.BREACHED_TERM;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.ESCALATION_DEADLINE;
import static ru.cur.escalation.process.SlaEscalationProcess.Variables.INCIDENT_NUMBER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.escalation.BreachedTerm;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.IncidentNumber;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;

/** Writes the breach into the case and says until when the head of the CUR must deal with it. */
@Component
class RecordBreachDelegate implements JavaDelegate { // serviceTask_recordBreach
    private static final Term TO_RESOLVE = new Term(4, TermUnit.WORKING_HOURS);

    private final CaseTerms terms;

    RecordBreachDelegate(CaseTerms terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BreachedTerm breached = BREACHED_TERM.from(execution);
        terms.broken(new IncidentNumber(INCIDENT_NUMBER.from(execution)), breached.title(), breached.isAnswerOverdue());
        ESCALATION_DEADLINE.set(execution, terms.fromNow(TO_RESOLVE));
    }
}
