package ru.cur.reply.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.flag;
import static ru.cur.platform.ProcessVariable.number;
import static ru.cur.platform.ProcessVariable.text;

import ru.cur.platform.ProcessVariable;
import ru.cur.reply.Publications;

/** Everything Java knows about bpmn/reply/reply-publication.bpmn, by name. */
final class ReplyPublicationProcess {
    static final String ID = "reply-publication";
    static final String CHANNEL_UNAVAILABLE = "channelUnavailable";
    static final String NETWORK_STOPPED = "networkStopped";
    static final String RETURNED = "RETURNED";

    private ReplyPublicationProcess() {}

    static final class Variables {
        static final ProcessVariable<String> INCIDENT_NUMBER = text("incidentNumber");
        static final ProcessVariable<String> APPROVAL_TERM = text("approvalTerm");
        static final ProcessVariable<String> PUBLICATION_TERM = text("publicationTerm");
        static final ProcessVariable<Long> TERMS_VERSION = number("termsVersion");
        static final ProcessVariable<Boolean> PERSONAL_CONTROL = flag("personalControl");
        static final ProcessVariable<ApprovalOutcome> APPROVAL_OUTCOME =
                enumOf("approvalOutcome", ApprovalOutcome.class);
        static final ProcessVariable<String> VICE_GOVERNOR_ID = text("viceGovernorId");
        static final ProcessVariable<ApprovalOutcome> VICE_GOVERNOR_OUTCOME =
                enumOf("viceGovernorOutcome", ApprovalOutcome.class);
        static final ProcessVariable<ReworkReason> REWORK_REASON = enumOf("reworkReasonCode", ReworkReason.class);
        static final ProcessVariable<String> REPLY_OUTCOME = text("replyOutcome");
        static final ProcessVariable<Boolean> REWORK_REQUIRED = flag("reworkRequired");
        static final ProcessVariable<PublishWay> PUBLISH_WAY = enumOf("publishWayCode", PublishWay.class);
        static final ProcessVariable<String> OTHER_MESSAGE_ID = text("otherMessageId");
        static final ProcessVariable<Publications.Next> DELIVERY_OUTCOME =
                enumOf("deliveryOutcome", Publications.Next.class);

        private Variables() {}
    }

    /** What people write into the forms; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> RETURN = text("returnText");
        static final ProcessVariable<String> PUBLISHED_URL = text("publishedUrl");
        static final ProcessVariable<String> PUBLISH = text("publishText");

        private Texts() {}
    }
}
