package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.flag;
import static ru.cur.platform.ProcessVariable.number;
import static ru.cur.platform.ProcessVariable.text;

import java.util.List;
import ru.cur.incident.RefusalGround;
import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/incident/execution.bpmn beyond what a case carries, by name. */
final class ExecutionProcess {
    static final String ID = "execution";
    static final String PREPARED = "PREPARED";
    static final String RETURNED = "RETURNED";
    static final String PART_FINISHED = "incident.partFinished";
    static final String DOCUMENTS_ANSWERED = "incident.documentsAnswered";

    private ExecutionProcess() {}

    static final class Variables {
        static final ProcessVariable<AcceptanceOutcome> ACCEPTANCE_OUTCOME =
                enumOf("acceptanceOutcome", AcceptanceOutcome.class);
        static final ProcessVariable<ReturnReason> RETURN_REASON = enumOf("returnReasonCode", ReturnReason.class);
        static final ProcessVariable<Long> RETURNS_COUNT = number("returnsCount");
        static final ProcessVariable<String> SUGGESTED_BODY_ID = text("suggestedBodyId");
        static final ProcessVariable<String> NAMED_EXECUTOR_ID = text("namedExecutorId");
        static final ProcessVariable<WorkOutcome> WORK_OUTCOME = enumOf("workOutcome", WorkOutcome.class);
        static final ProcessVariable<RefusalGround> REFUSAL_GROUND = enumOf("refusalGroundCode", RefusalGround.class);
        static final ProcessVariable<String> CO_EXECUTOR_ID = text("coExecutorId");
        static final ProcessVariable<String> DOCUMENTS_BODY_ID = text("documentsBodyId");
        /** What has been asked of another body last. */
        static final ProcessVariable<Long> REQUEST_ID = number("requestId");

        static final ProcessVariable<Boolean> CO_EXECUTION_OPEN = flag("coExecutionOpen");
        static final ProcessVariable<WaitOutcome> WAIT_OUTCOME = enumOf("waitOutcome", WaitOutcome.class);
        static final ProcessVariable<String> PART_REQUEST_ID = text("partRequestId");
        static final ProcessVariable<PartOutcome> PART_OUTCOME = enumOf("partOutcome", PartOutcome.class);
        static final ProcessVariable<Long> EXTENSION_AMOUNT = number("extensionAmount");
        static final ProcessVariable<ExtensionUnit> EXTENSION_UNIT = enumOf("extensionUnitCode", ExtensionUnit.class);
        static final ProcessVariable<ExtensionOutcome> EXTENSION_OUTCOME =
                enumOf("extensionOutcome", ExtensionOutcome.class);
        static final ProcessVariable<Boolean> PROMISE_GIVEN = flag("promiseGiven");
        static final ProcessVariable<Boolean> ENDORSEMENT_REQUIRED = flag("endorsementRequired");
        static final ProcessVariable<String> ENDORSER_ID = text("endorserId");
        static final ProcessVariable<EndorsementOutcome> ENDORSEMENT_OUTCOME =
                enumOf("endorsementOutcome", EndorsementOutcome.class);
        static final ProcessVariable<Boolean> LONG_PROMISE = flag("longPromise");
        static final ProcessVariable<LongPromiseOutcome> LONG_PROMISE_OUTCOME =
                enumOf("longPromiseOutcome", LongPromiseOutcome.class);

        private Variables() {}
    }

    /** What people write into the forms; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> RETURN = text("returnText");
        static final ProcessVariable<String> WORK = text("workText");
        static final ProcessVariable<String> WORK_DONE_ON = text("workDoneOn");
        static final ProcessVariable<String> WORK_PLACE = text("workPlaceText");
        static final ProcessVariable<String> PHOTO_BEFORE_URL = text("photoBeforeUrl");
        static final ProcessVariable<String> EVIDENCE_URL = text("evidenceUrl");
        static final ProcessVariable<String> TEMPLATE_ID = text("templateId");
        static final ProcessVariable<String> DONE = text("doneText");
        static final ProcessVariable<String> PLAN = text("planText");
        static final ProcessVariable<String> REFUSAL = text("refusalText");
        static final ProcessVariable<String> LEGAL_GROUND = text("legalGroundText");
        static final ProcessVariable<String> REFUSAL_NORM = text("refusalNormText");
        static final ProcessVariable<String> PART = text("partText");
        static final ProcessVariable<String> DOCUMENTS = text("documentsText");
        static final ProcessVariable<String> EXTENSION = text("extensionText");
        static final ProcessVariable<String> WITHDRAWAL = text("withdrawalText");
        static final ProcessVariable<String> DECISION = text("decisionText");
        static final ProcessVariable<String> RESPONSE = text("responseText");
        static final ProcessVariable<String> PROMISED_ON = text("promisedOn");
        static final ProcessVariable<String> PROMISE_DOCUMENT_URL = text("promiseDocumentUrl");

        /** All that the form of the work can send, whatever its outcome. */
        static final List<ProcessVariable<String>> OF_WORK = List.of(
                WORK,
                WORK_DONE_ON,
                WORK_PLACE,
                PHOTO_BEFORE_URL,
                EVIDENCE_URL,
                REFUSAL_NORM,
                PART,
                DOCUMENTS,
                EXTENSION);

        private Texts() {}
    }
}
