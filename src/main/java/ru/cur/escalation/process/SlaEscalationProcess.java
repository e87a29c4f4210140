package ru.cur.escalation.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.instant;
import static ru.cur.platform.ProcessVariable.text;

import java.time.Instant;
import ru.cur.escalation.BreachedTerm;
import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/escalation/sla-escalation.bpmn, by name. */
final class SlaEscalationProcess {
    static final String ID = "sla-escalation";

    private SlaEscalationProcess() {}

    static final class Variables {
        static final ProcessVariable<String> INCIDENT_NUMBER = text("incidentNumber");
        static final ProcessVariable<BreachedTerm> BREACHED_TERM = enumOf("breachedTerm", BreachedTerm.class);
        static final ProcessVariable<Instant> ESCALATION_DEADLINE = instant("escalationDeadline");
        static final ProcessVariable<BreachCause> BREACH_CAUSE = enumOf("breachCauseCode", BreachCause.class);
        static final ProcessVariable<BreachDecision> BREACH_DECISION =
                enumOf("breachDecisionCode", BreachDecision.class);

        private Variables() {}
    }

    /** What people write into the form; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> BREACH = text("breachText");

        private Texts() {}
    }
}
