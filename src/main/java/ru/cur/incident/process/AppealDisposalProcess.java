package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.flag;
import static ru.cur.platform.ProcessVariable.text;

import ru.cur.incident.NoAnswerGround;
import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/incident/appeal-disposal.bpmn, by name. */
final class AppealDisposalProcess {
    static final String ID = "appeal-disposal";
    static final String DISPOSED = "DISPOSED";

    private AppealDisposalProcess() {}

    static final class Variables {
        static final ProcessVariable<Disposal> DISPOSAL = enumOf("disposalCode", Disposal.class);
        static final ProcessVariable<NoAnswerGround> NO_ANSWER_GROUND =
                enumOf("noAnswerGroundCode", NoAnswerGround.class);
        static final ProcessVariable<NoAnswerOutcome> NO_ANSWER_OUTCOME =
                enumOf("noAnswerOutcome", NoAnswerOutcome.class);
        static final ProcessVariable<Boolean> NOTICE_REQUIRED = flag("noticeRequired");
        static final ProcessVariable<String> DISPOSAL_OUTCOME = text("disposalOutcome");

        private Variables() {}
    }

    /** What people write into the forms; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> REDIRECTED_TO = text("redirectedToText");
        static final ProcessVariable<String> NO_ANSWER = text("noAnswerText");

        private Texts() {}
    }
}
