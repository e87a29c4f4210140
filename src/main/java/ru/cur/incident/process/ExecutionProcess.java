package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.flag;
import static ru.cur.platform.ProcessVariable.text;

import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/incident/execution.bpmn and promise-control.bpmn beyond what a case carries, by name. */
final class ExecutionProcess {
    static final String ID = "execution";
    static final String PROMISE_CONTROL_ID = "promise-control";
    static final String PREPARED = "PREPARED";
    static final String RETURNED = "RETURNED";

    private ExecutionProcess() {}

    static final class Variables {
        static final ProcessVariable<AcceptanceOutcome> ACCEPTANCE_OUTCOME =
                enumOf("acceptanceOutcome", AcceptanceOutcome.class);
        static final ProcessVariable<ReturnReason> RETURN_REASON = enumOf("returnReasonCode", ReturnReason.class);
        static final ProcessVariable<WorkOutcome> WORK_OUTCOME = enumOf("workOutcome", WorkOutcome.class);
        static final ProcessVariable<String> SUGGESTED_BODY_ID = text("suggestedBodyId");
        static final ProcessVariable<Boolean> PROMISE_GIVEN = flag("promiseGiven");

        private Variables() {}
    }

    /** What people write into the forms; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> RETURN = text("returnText");
        static final ProcessVariable<String> WORK = text("workText");
        static final ProcessVariable<String> WORK_DONE_ON = text("workDoneOn");
        static final ProcessVariable<String> EVIDENCE_URL = text("evidenceUrl");
        static final ProcessVariable<String> TEMPLATE_ID = text("templateId");
        static final ProcessVariable<String> DONE = text("doneText");
        static final ProcessVariable<String> PLAN = text("planText");
        static final ProcessVariable<String> REFUSAL = text("refusalText");
        static final ProcessVariable<String> LEGAL_GROUND = text("legalGroundText");
        static final ProcessVariable<String> RESPONSE = text("responseText");
        static final ProcessVariable<String> PROMISED_ON = text("promisedOn");
        static final ProcessVariable<String> PROOF = text("proofText");
        static final ProcessVariable<String> COMPLETED_ON = text("completedOn");

        private Texts() {}
    }
}
