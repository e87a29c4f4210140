package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.number;
import static ru.cur.platform.ProcessVariable.text;

import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/incident/author-feedback.bpmn, by name. */
final class AuthorFeedbackProcess {
    static final String ID = "author-feedback";
    static final String AUTHOR_RATED = "incident.authorRated";
    static final String AUTHOR_DISAGREED = "incident.authorDisagreed";
    static final String REOPEN = "REOPEN";

    private AuthorFeedbackProcess() {}

    static final class Variables {
        static final ProcessVariable<Long> AUTHOR_MARK = number("authorMark");
        static final ProcessVariable<CallOutcome> CALL_OUTCOME = enumOf("callOutcome", CallOutcome.class);
        static final ProcessVariable<String> FEEDBACK_OUTCOME = text("feedbackOutcome");

        private Variables() {}
    }

    /** What people write into the forms; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> CALL = text("callText");

        private Texts() {}
    }
}
