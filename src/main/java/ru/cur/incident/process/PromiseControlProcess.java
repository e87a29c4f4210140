package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.flag;
import static ru.cur.platform.ProcessVariable.text;

import java.util.List;
import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/incident/promise-control.bpmn beyond what a case carries, by name. */
final class PromiseControlProcess {
    static final String ID = "promise-control";

    private PromiseControlProcess() {}

    static final class Variables {
        static final ProcessVariable<ControlOutcome> CONTROL_OUTCOME = enumOf("controlOutcome", ControlOutcome.class);
        static final ProcessVariable<NewDateOutcome> NEW_DATE_OUTCOME = enumOf("newDateOutcome", NewDateOutcome.class);
        static final ProcessVariable<Boolean> LONG_DELAY = flag("longDelay");
        static final ProcessVariable<LongDelayOutcome> LONG_DELAY_OUTCOME =
                enumOf("longDelayOutcome", LongDelayOutcome.class);

        private Variables() {}
    }

    /** What people write into the forms; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> PROOF = text("proofText");
        static final ProcessVariable<String> COMPLETED_ON = text("completedOn");
        static final ProcessVariable<String> EVIDENCE_URL = text("evidenceUrl");
        static final ProcessVariable<String> NEW_CONTROL_ON = text("newControlOn");
        static final ProcessVariable<String> MOVE = text("moveText");
        static final ProcessVariable<String> PROMISE_DOCUMENT_URL = text("promiseDocumentUrl");
        static final ProcessVariable<String> DECISION = text("decisionText");

        /** All that the form of the proof can send, whatever its outcome. */
        static final List<ProcessVariable<String>> OF_PROOF =
                List.of(PROOF, COMPLETED_ON, EVIDENCE_URL, NEW_CONTROL_ON, MOVE, PROMISE_DOCUMENT_URL);

        private Texts() {}
    }
}
