package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.flag;
import static ru.cur.platform.ProcessVariable.number;
import static ru.cur.platform.ProcessVariable.text;

import ru.cur.directory.BodyKind;
import ru.cur.incident.IncidentResult;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.Restriction;
import ru.cur.incident.Severity;
import ru.cur.incident.WorkSize;
import ru.cur.platform.ProcessVariable;
import ru.cur.sla.clock.ClockKind;

/** Everything Java knows about bpmn/incident/incident-handling.bpmn, by name. */
final class IncidentHandlingProcess {
    static final String ID = "incident-handling";
    static final String REPLY_PUBLICATION_ID = "reply-publication";
    static final String INCIDENT_REGISTERED = "incident.registered";
    static final String ACCESS_RESTRICTED = "incident.accessRestricted";
    static final String AUTHOR_WROTE = "incident.authorWrote";
    static final String WORK_SUSPENDED = "incident.workSuspended";
    static final String WORK_RESUMED = "incident.workResumed";
    static final String TERM_MOVED = "incident.termMoved";
    static final String CASE_REROUTED = "incident.caseRerouted";
    static final String WITHDRAWN = "withdrawn";

    private IncidentHandlingProcess() {}

    static final class Variables {
        static final ProcessVariable<String> INCIDENT_NUMBER = text("incidentNumber");
        static final ProcessVariable<Severity> SEVERITY = enumOf("severity", Severity.class);
        static final ProcessVariable<LegalRegime> LEGAL_REGIME = enumOf("legalRegime", LegalRegime.class);
        static final ProcessVariable<String> CATEGORY_CODE = text("categoryCode");
        static final ProcessVariable<String> CATEGORY_NAME = text("categoryName");
        static final ProcessVariable<String> MUNICIPALITY_CODE = text("municipalityCode");
        static final ProcessVariable<String> MUNICIPALITY_NAME = text("municipalityName");
        static final ProcessVariable<String> BODY_ID = text("bodyId");
        static final ProcessVariable<String> BODY_NAME = text("bodyName");
        static final ProcessVariable<String> EXECUTOR_ID = text("executorId");
        static final ProcessVariable<Severity> CATEGORY_PRIORITY = enumOf("categoryPriority", Severity.class);
        static final ProcessVariable<String> CATEGORY_FIRST_ANSWER_TERM = text("categoryFirstAnswerTerm");
        static final ProcessVariable<String> CATEGORY_SOLUTION_TERM = text("categorySolutionTerm");
        static final ProcessVariable<Boolean> DANGER_TO_LIFE = flag("dangerToLife");
        static final ProcessVariable<TriageOutcome> TRIAGE_OUTCOME = enumOf("triageOutcome", TriageOutcome.class);
        static final ProcessVariable<String> TRIAGE_TERM = text("triageTerm");
        static final ProcessVariable<String> ACCEPTANCE_TERM = text("acceptanceTerm");
        static final ProcessVariable<String> FIRST_ANSWER_TERM = text("firstAnswerTerm");
        static final ProcessVariable<String> APPROVAL_TERM = text("approvalTerm");
        static final ProcessVariable<String> PUBLICATION_TERM = text("publicationTerm");
        static final ProcessVariable<String> SOLUTION_TERM = text("solutionTerm");
        static final ProcessVariable<String> LEGAL_TERM = text("legalTerm");
        static final ProcessVariable<Long> TERMS_VERSION = number("termsVersion");
        static final ProcessVariable<ClockKind> ANSWER_CLOCK = enumOf("answerClock", ClockKind.class);
        static final ProcessVariable<EmergencyOutcome> EMERGENCY_OUTCOME =
                enumOf("emergencyOutcome", EmergencyOutcome.class);
        static final ProcessVariable<Restriction> RESTRICTION = enumOf("restrictionCode", Restriction.class);
        static final ProcessVariable<WorkSize> WORK_SIZE = enumOf("workSizeCode", WorkSize.class);
        static final ProcessVariable<Boolean> RESTRICTED = flag("restricted");
        static final ProcessVariable<Boolean> MASS_MEMBER = flag("massMember");
        static final ProcessVariable<Boolean> PERSONAL_CONTROL = flag("personalControl");
        static final ProcessVariable<Long> RETURNS_COUNT = number("returnsCount");
        static final ProcessVariable<Boolean> HEAD_IN_PERSON = flag("headInPerson");
        static final ProcessVariable<AssignOutcome> ASSIGN_OUTCOME = enumOf("assignOutcome", AssignOutcome.class);
        static final ProcessVariable<FollowUpOutcome> FOLLOW_UP_OUTCOME =
                enumOf("followUpOutcome", FollowUpOutcome.class);
        static final ProcessVariable<String> COMPLAINT_AGAINST_ID = text("complaintAgainstId");
        static final ProcessVariable<Long> NOTICE_VERSION = number("noticeVersion");
        static final ProcessVariable<IncidentResult> CLOSING_RESULT = enumOf("closingResult", IncidentResult.class);
        static final ProcessVariable<ClockKind> CLOCK_KIND = enumOf("clockKind", ClockKind.class);
        static final ProcessVariable<BodyKind> ROUTING = enumOf("routing", BodyKind.class);
        static final ProcessVariable<Boolean> BODY_FOUND = flag("bodyFound");
        static final ProcessVariable<Boolean> ANSWER_READY = flag("answerReady");
        static final ProcessVariable<Boolean> REWORK_REQUIRED = flag("reworkRequired");
        static final ProcessVariable<Boolean> PROMISE_GIVEN = flag("promiseGiven");
        static final ProcessVariable<String> EXECUTION_OUTCOME = text("executionOutcome");
        static final ProcessVariable<RejectReason> REJECT_REASON = enumOf("rejectReasonCode", RejectReason.class);
        static final ProcessVariable<EmergencyService> EMERGENCY_SERVICE =
                enumOf("emergencyServiceCode", EmergencyService.class);

        private Variables() {}
    }

    /** What people write into the forms; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> ADDRESS = text("addressText");
        static final ProcessVariable<String> TARGET_NUMBER = text("targetNumber");
        static final ProcessVariable<String> REJECT = text("rejectText");
        static final ProcessVariable<String> SPOKE_WITH = text("spokeWithText");
        static final ProcessVariable<String> CALL = text("callText");
        static final ProcessVariable<String> SPLIT = text("splitText");
        static final ProcessVariable<String> FOLLOW_UP = text("followUpText");
        static final ProcessVariable<String> RESUME = text("resumeText");
        static final ProcessVariable<String> APPEAL_NUMBER = text("appealNumberText");
        static final ProcessVariable<String> APPEAL_REGISTERED_ON = text("appealRegisteredOn");
        static final ProcessVariable<String> ASSIGN = text("assignText");

        private Texts() {}
    }
}
