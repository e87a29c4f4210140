package ru.cur.incident.process;

import static ru.cur.incident.process.AppealDisposalProcess.Variables.NOTICE_REQUIRED;
import static ru.cur.incident.process.AuthorQuestionProcess.Variables.MESSAGE_VERSION;

import java.util.OptionalInt;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.Appeals;

/** Leaves an appeal without an answer by a ground of the law. */
@Component
class LeaveUnansweredDelegate implements JavaDelegate { // serviceTask_leaveUnanswered
    private final Appeals appeals;

    LeaveUnansweredDelegate(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OptionalInt notice = appeals.leaveUnanswered(Cases.of(execution));
        NOTICE_REQUIRED.set(execution, notice.isPresent());
        notice.ifPresent(version -> MESSAGE_VERSION.set(execution, (long) version));
    }
}
