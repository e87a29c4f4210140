package ru.cur.incident.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.IncidentNumber;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

/**
 * What the diagrams ask of the clocks, as {@code #{clockDates.due(incidentNumber, 'TRIAGE')}}. When a clock changes, the
 * answers are asked for again for every open timer and task of the case (see {@code CaseDates}).
 */
@Component
public class ClockDates {
    /** Where a timer waits that has nothing to wait for: the engine knows no timer without a date. */
    static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Clocks clocks;
    private final CaseTerms terms;
    private final Clock clock;
    private final ZoneId zone;

    ClockDates(Clocks clocks, CaseTerms terms, Clock clock, ZoneId zone) {
        this.clocks = clocks;
        this.terms = terms;
        this.clock = clock;
        this.zone = zone;
    }

    /** By when the open clock of the kind must be stopped; null, no date at all, when none is open or it is paused. */
    public Date due(String incidentNumber, String clockKind) {
        return clocks.open(incidentNumber, ClockKind.valueOf(clockKind))
                .flatMap(reading -> reading.dueAt())
                .map(Date::from)
                .orElse(null);
    }

    /** The same for a timer, which never fires then. */
    public Date dueTimer(String incidentNumber, String clockKind) {
        Date due = due(incidentNumber, clockKind);
        return due == null ? NEVER : due;
    }

    /** For a timer: when half of the open clock has passed; it never fires when none is open or its ladder has begun. */
    public Date half(String incidentNumber, String clockKind) {
        return clocks.ladderBegins(incidentNumber, ClockKind.valueOf(clockKind))
                .map(Date::from)
                .orElse(NEVER);
    }

    /** For a task without a clock: so many working hours of the CUR from now. */
    public Date inWorkingHours(int hours) {
        return Date.from(terms.fromNow(new Term(hours, TermUnit.WORKING_HOURS)));
    }

    /**
     * For a timer: nine in the morning, so many days before the day on which the open clock of the kind is due. A morning that
     * has passed already when this is asked does not come.
     */
    public Date before(String incidentNumber, String clockKind, long days) {
        return clocks.open(incidentNumber, ClockKind.valueOf(clockKind))
                .flatMap(reading -> reading.dueAt())
                .map(due -> LocalDate.ofInstant(due, zone)
                        .minusDays(days)
                        .atTime(MORNING)
                        .atZone(zone)
                        .toInstant())
                .filter(moment -> moment.isAfter(clock.instant()))
                .map(Date::from)
                .orElse(NEVER);
    }

    /** Priority of a task of the case, 0 to 100. */
    public long priority(String incidentNumber) {
        return terms.taskPriority(new IncidentNumber(incidentNumber));
    }
}
