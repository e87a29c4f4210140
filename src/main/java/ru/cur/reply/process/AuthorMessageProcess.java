package ru.cur.reply.process;

import static ru.cur.platform.ProcessVariable.number;

import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/reply/author-message.bpmn beyond what it shares with the publication of an answer, by name. */
final class AuthorMessageProcess {
    static final String ID = "author-message";

    private AuthorMessageProcess() {}

    static final class Variables {
        /** Number of the question or notice among the versions of the case. */
        static final ProcessVariable<Long> MESSAGE_VERSION = number("messageVersion");

        private Variables() {}
    }
}
