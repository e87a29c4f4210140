package ru.cur.reply.process;

import static ru.cur.reply.process.ReplyPublicationProcess.Variables.INCIDENT_NUMBER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.reply.Answers;

/** Everybody who must agree with the draft has agreed: from now on there is time to publish it. */
@Component
class ClearForPublicationDelegate implements JavaDelegate { // serviceTask_clearForPublication
    private final Answers answers;
    private final ReplyClocks clocks;

    ClearForPublicationDelegate(Answers answers, ReplyClocks clocks) {
        this.answers = answers;
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = INCIDENT_NUMBER.from(execution);
        answers.approve(number);
        clocks.approved(execution, answers.latest(number).orElseThrow().decidedBy());
    }
}
