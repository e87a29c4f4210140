package ru.cur.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.sla.ledger.LedgerCheck;

/** Seals what the verification has found in order. */
@Component
class SealDayDelegate implements JavaDelegate { // serviceTask_sealDay
    private final LedgerCheck check;

    SealDayDelegate(LedgerCheck check) {
        this.check = check;
    }

    @Override
    public void execute(DelegateExecution execution) {
        check.seal();
    }
}
