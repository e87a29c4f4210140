package ru.cur.escalation.process;

import static ru.cur.escalation.process.WeeklyOverdueListProcess.Variables.NOTICE_KEY;
import static ru.cur.escalation.process.WeeklyOverdueListProcess.Variables.OVERDUE_FOUND;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.directory.Substitution;
import ru.cur.escalation.OverdueBody;
import ru.cur.escalation.OverdueCases;
import ru.cur.notification.Notice;
import ru.cur.notification.Notifications;
import ru.cur.platform.security.Accounts;
import ru.cur.platform.security.Role;
import ru.cur.platform.web.ProgramAddress;
import ru.cur.sla.RussianDates;
import ru.cur.sla.RussianNumbers;

/** Writes down for the governor which bodies have broken terms, if any has. */
@Component
class CollectOverdueDelegate implements JavaDelegate { // serviceTask_collectOverdue
    private final OverdueCases cases;
    private final Notifications notifications;
    private final Accounts accounts;
    private final Substitution substitution;
    private final ProgramAddress address;
    private final Clock clock;
    private final ZoneId zone;

    CollectOverdueDelegate(
            OverdueCases cases,
            Notifications notifications,
            Accounts accounts,
            Substitution substitution,
            ProgramAddress address,
            Clock clock,
            ZoneId zone) {
        this.cases = cases;
        this.notifications = notifications;
        this.accounts = accounts;
        this.substitution = substitution;
        this.address = address;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<OverdueBody> bodies = cases.byBody();
        if (!bodies.isEmpty()) {
            Notice notice = notice(bodies, LocalDate.ofInstant(clock.instant(), zone));
            notifications.add(notice);
            NOTICE_KEY.set(execution, notice.key());
        }
        OVERDUE_FOUND.set(execution, !bodies.isEmpty());
    }

    /** Urgent, as its hour is agreed: half an hour before the working week begins. */
    private Notice notice(List<OverdueBody> bodies, LocalDate day) {
        int count = bodies.stream().mapToInt(OverdueBody::count).sum();
        return new Notice(
                WeeklyOverdueListProcess.ID + ":" + day,
                null,
                substitution.present(accounts.membersOf(Role.GOVERNOR.group()), day),
                true,
                0,
                "weekly-list",
                Map.of(
                        "day",
                        RussianDates.day(day),
                        "cases",
                        count + " " + RussianNumbers.agree(count, "инцидент", "инцидента", "инцидентов"),
                        "list",
                        bodies,
                        "reports",
                        address.linkTo("/reports")));
    }
}
