package ru.cur.escalation.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.flag;
import static ru.cur.platform.ProcessVariable.instant;
import static ru.cur.platform.ProcessVariable.number;
import static ru.cur.platform.ProcessVariable.text;

import java.time.Instant;
import ru.cur.platform.ProcessVariable;
import ru.cur.sla.ledger.LedgerFault;

/** Everything Java knows about bpmn/escalation/ledger-verification.bpmn, by name. */
final class LedgerVerificationProcess {
    static final String ID = "ledger-verification";

    private LedgerVerificationProcess() {}

    static final class Variables {
        static final ProcessVariable<Boolean> LEDGER_INTACT = flag("ledgerIntact");
        static final ProcessVariable<Long> VERIFICATION_ID = number("ledgerVerificationId");
        /** The first of the broken places. */
        static final ProcessVariable<String> BROKEN_INCIDENT_NUMBER = text("brokenIncidentNumber");

        static final ProcessVariable<Long> BROKEN_ROW = number("brokenRow");
        static final ProcessVariable<Long> BROKEN_SEAL = number("brokenSeal");
        static final ProcessVariable<LedgerFault> FAULT = enumOf("ledgerFaultCode", LedgerFault.class);
        static final ProcessVariable<Long> BROKEN_PLACES = number("brokenPlaces");
        static final ProcessVariable<Instant> INVESTIGATION_DEADLINE = instant("investigationDeadline");

        private Variables() {}
    }

    /** What people write into the form; it never stays in the process. */
    static final class Texts {
        static final ProcessVariable<String> INVESTIGATION = text("investigationText");

        private Texts() {}
    }
}
