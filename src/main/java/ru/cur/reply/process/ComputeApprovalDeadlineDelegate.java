package ru.cur.reply.process;

import static ru.cur.reply.process.ReplyPublicationProcess.Variables.APPROVAL_DEADLINE;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.APPROVAL_TERM;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.sla.Term;
import ru.cur.sla.calendar.WorkingCalendars;

/** Until when the curator must have read the draft. */
@Component
class ComputeApprovalDeadlineDelegate implements JavaDelegate { // serviceTask_computeApprovalDeadline
    private final WorkingCalendars calendars;
    private final Clock clock;

    ComputeApprovalDeadlineDelegate(WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Term term = Term.parse(APPROVAL_TERM.from(execution));
        APPROVAL_DEADLINE.set(execution, calendars.region().deadline(clock.instant(), term));
    }
}
