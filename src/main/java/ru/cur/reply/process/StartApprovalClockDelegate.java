package ru.cur.reply.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** From now on the curator has time to read the draft. */
@Component
class StartApprovalClockDelegate implements JavaDelegate { // serviceTask_startApprovalClock
    private final ReplyClocks clocks;

    StartApprovalClockDelegate(ReplyClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.submitted(execution);
    }
}
