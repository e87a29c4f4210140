package ru.cur.escalation.process;

import static ru.cur.escalation.process.LedgerVerificationProcess.Variables.BROKEN_INCIDENT_NUMBER;
import static ru.cur.escalation.process.LedgerVerificationProcess.Variables.BROKEN_PLACES;
import static ru.cur.escalation.process.LedgerVerificationProcess.Variables.BROKEN_ROW;
import static ru.cur.escalation.process.LedgerVerificationProcess.Variables.BROKEN_SEAL;
import static ru.cur.escalation.process.LedgerVerificationProcess.Variables.FAULT;
import static ru.cur.escalation.process.LedgerVerificationProcess.Variables.INVESTIGATION_DEADLINE;
import static ru.cur.escalation.process.LedgerVerificationProcess.Variables.LEDGER_INTACT;
import static ru.cur.escalation.process.LedgerVerificationProcess.Variables.VERIFICATION_ID;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.ledger.LedgerBreak;
import ru.cur.sla.ledger.LedgerCheck;
import ru.cur.sla.ledger.Verification;

/** Walks the ledgers of all cases; says where the first broken place is and until when it must be investigated. */
@Component
class VerifyLedgerDelegate implements JavaDelegate { // serviceTask_verifyLedger
    private static final Term TO_INVESTIGATE = new Term(4, TermUnit.WORKING_HOURS);

    private final LedgerCheck check;
    private final WorkingCalendars calendars;
    private final Clock clock;

    VerifyLedgerDelegate(LedgerCheck check, WorkingCalendars calendars, Clock clock) {
        this.check = check;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Verification verification = check.verifyAll();
        LEDGER_INTACT.set(execution, verification.isIntact());
        VERIFICATION_ID.set(execution, verification.id());
        if (!verification.isIntact()) {
            describe(verification, execution);
        }
    }

    private void describe(Verification verification, DelegateExecution execution) {
        LedgerBreak first = verification.first().get(0);
        BROKEN_INCIDENT_NUMBER.set(execution, first.number());
        BROKEN_ROW.set(execution, toLong(first.row()));
        BROKEN_SEAL.set(execution, toLong(first.seal()));
        FAULT.set(execution, first.fault());
        BROKEN_PLACES.set(execution, verification.breaks());
        INVESTIGATION_DEADLINE.set(execution, calendars.region().deadline(clock.instant(), TO_INVESTIGATE));
    }

    private static Long toLong(Integer number) {
        return number == null ? null : Long.valueOf(number);
    }
}
