package ru.cur.escalation.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.flag;
import static ru.cur.platform.ProcessVariable.instant;
import static ru.cur.platform.ProcessVariable.number;
import static ru.cur.platform.ProcessVariable.text;

import java.time.Instant;
import ru.cur.incident.Severity;
import ru.cur.platform.ProcessVariable;
import ru.cur.sla.clock.ClockKind;

/** Everything Java knows about bpmn/escalation/sla-escalation.bpmn, by name. */
final class SlaEscalationProcess {
    static final String ID = "sla-escalation";
    static final String HALF_PASSED = "escalation.halfPassed";
    static final String CLOCK_STOPPED = "escalation.clockStopped";
    static final String CLOCK_MOVED = "escalation.clockMoved";
    /** What the table of the ladder says where there is nothing to say. */
    static final String NONE = "NONE";

    private SlaEscalationProcess() {}

    static final class Variables {
        static final ProcessVariable<String> INCIDENT_NUMBER = text("incidentNumber");
        static final ProcessVariable<Boolean> RESTRICTED = flag("restricted");
        static final ProcessVariable<ClockKind> CLOCK_KIND = enumOf("clockKind", ClockKind.class);
        static final ProcessVariable<Severity> SEVERITY = enumOf("severity", Severity.class);
        static final ProcessVariable<String> CATEGORY_NAME = text("categoryName");
        static final ProcessVariable<String> MUNICIPALITY_NAME = text("municipalityName");
        static final ProcessVariable<String> BODY_NAME = text("bodyName");
        static final ProcessVariable<Boolean> LADDER_BEGUN = flag("ladderBegun");
        static final ProcessVariable<Long> ESCALATION_LEVEL = number("escalationLevel");
        static final ProcessVariable<String> LEVEL_MOMENT = text("levelMoment");
        static final ProcessVariable<String> LEVEL_RECIPIENTS = text("levelRecipients");
        static final ProcessVariable<String> LEVEL_STATE = text("levelState");
        static final ProcessVariable<LevelTask> LEVEL_TASK = enumOf("levelTask", LevelTask.class);
        static final ProcessVariable<Boolean> LEVEL_REACHED = flag("levelReached");
        static final ProcessVariable<Instant> SEND_AT = instant("sendAt");
        /** The case or the notice whose letters a task must get away; the input of the task. */
        static final ProcessVariable<String> LETTERS_ABOUT = text("lettersAbout");

        static final ProcessVariable<Instant> ESCALATION_DEADLINE = instant("escalationDeadline");
        static final ProcessVariable<BreachCause> BREACH_CAUSE = enumOf("breachCauseCode", BreachCause.class);
        static final ProcessVariable<BreachDecision> BREACH_DECISION =
                enumOf("breachDecisionCode", BreachDecision.class);

        private Variables() {}
    }

    /** What people write into the forms; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> BREACH = text("breachText");
        static final ProcessVariable<String> CALL = text("callText");

        private Texts() {}
    }
}
