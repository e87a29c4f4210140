package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.text;

import java.util.Set;
import ru.cur.incident.LegalRegime;
import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/incident/message-registration.bpmn, by name. All of it leaves the process at once. */
final class MessageRegistrationProcess {
    static final String ID = "message-registration";

    /** What is entered by hand: without a network, or where a network tells no program. The options of the form. */
    static final Set<String> CHANNELS =
            Set.of("phone", "counter", "paper", "max", "vk", "ok", "telegram", "email", "pos", "app");

    /** What such a message may be: the options of the form. The state platform has a door of its own. */
    static final Set<String> LEGAL_REGIMES = Set.of(LegalRegime.SOCIAL_MESSAGE.name(), LegalRegime.APPEAL_59FZ.name());

    private MessageRegistrationProcess() {}

    static final class Texts {
        static final ProcessVariable<String> CHANNEL = text("channel");
        static final ProcessVariable<String> LEGAL_REGIME = text("legalRegimeCode");
        static final ProcessVariable<String> AUTHOR_NAME = text("authorName");
        static final ProcessVariable<String> AUTHOR_CONTACT = text("authorContact");
        static final ProcessVariable<String> MESSAGE = text("messageText");
        static final ProcessVariable<String> WRITTEN_AT = text("writtenAt");
        static final ProcessVariable<String> PERMALINK = text("permalinkUrl");
        static final ProcessVariable<String> SCREENSHOT = text("screenshotUrl");
        static final ProcessVariable<String> ADDRESS = text("addressText");
        static final ProcessVariable<String> MUNICIPALITY_CODE = text("municipalityCode");

        private Texts() {}
    }
}
