package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.flag;
import static ru.cur.platform.ProcessVariable.number;
import static ru.cur.platform.ProcessVariable.text;

import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/incident/author-question.bpmn, by name. */
final class AuthorQuestionProcess {
    static final String ID = "author-question";
    static final String AUTHOR_REPLIED = "incident.authorReplied";

    /** What comes of a question: the author has answered or need not, the curator has refused it, nobody has answered. */
    static final String GO_ON = "GO_ON";

    static final String REFUSED = "REFUSED";
    static final String NO_REPLY = "NO_REPLY";

    private AuthorQuestionProcess() {}

    static final class Variables {
        static final ProcessVariable<Boolean> ASKED_BY_BODY = flag("askedByBody");
        static final ProcessVariable<Long> MESSAGE_VERSION = number("messageVersion");
        static final ProcessVariable<Boolean> AUTHOR_ANSWERED = flag("authorAnswered");
        static final ProcessVariable<QuestionDecision> QUESTION_DECISION =
                enumOf("questionDecisionOutcome", QuestionDecision.class);
        static final ProcessVariable<String> QUESTION_OUTCOME = text("questionOutcome");

        private Variables() {}
    }

    /** What people write into the forms; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> QUESTION = text("questionText");
        static final ProcessVariable<String> REFUSAL = text("returnText");

        private Texts() {}
    }
}
