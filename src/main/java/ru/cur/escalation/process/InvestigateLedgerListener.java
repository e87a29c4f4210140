package ru.cur.escalation.process;

import static ru.cur.escalation.process.LedgerVerificationProcess.Variables.VERIFICATION_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.escalation.process.LedgerVerificationProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.sla.ledger.LedgerCheck;

/** Keeps what the administrator has found out; the same places raise no alarm again. */
@Component
class InvestigateLedgerListener implements TaskListener { // userTask_investigateLedger
    private final LedgerCheck check;

    InvestigateLedgerListener(LedgerCheck check) {
        this.check = check;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        check.resolve(
                VERIFICATION_ID.from(task),
                form.text(Texts.INVESTIGATION, "Напишите, что выяснили и что сделано"),
                form.actor());
    }
}
