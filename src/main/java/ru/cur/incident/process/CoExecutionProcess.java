package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.number;
import static ru.cur.platform.ProcessVariable.text;

import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/incident/co-execution.bpmn beyond what a case carries, by name. */
final class CoExecutionProcess {
    static final String ID = "co-execution";
    static final String REQUEST_CLOSED = "incident.requestClosed";

    private CoExecutionProcess() {}

    static final class Variables {
        static final ProcessVariable<Long> REQUEST_ID = number("requestId");
        static final ProcessVariable<PartOutcome> PART_OUTCOME = enumOf("partOutcome", PartOutcome.class);

        private Variables() {}
    }

    /** What people write into the form; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> REPORT = text("partReportText");
        static final ProcessVariable<String> EVIDENCE_URL = text("evidenceUrl");

        private Texts() {}
    }
}
