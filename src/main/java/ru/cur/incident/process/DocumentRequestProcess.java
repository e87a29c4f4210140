package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.number;
import static ru.cur.platform.ProcessVariable.text;

import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/incident/document-request.bpmn beyond what a case carries, by name. */
final class DocumentRequestProcess {
    static final String ID = "document-request";

    private DocumentRequestProcess() {}

    static final class Variables {
        static final ProcessVariable<Long> REQUEST_ID = number("requestId");
        static final ProcessVariable<DocumentsOutcome> DOCUMENTS_OUTCOME =
                enumOf("documentsOutcome", DocumentsOutcome.class);

        private Variables() {}
    }

    /** What people write into the form; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> ANSWER = text("documentsAnswerText");
        static final ProcessVariable<String> URL = text("documentsUrl");

        private Texts() {}
    }
}
