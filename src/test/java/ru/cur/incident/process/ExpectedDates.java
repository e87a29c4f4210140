package ru.cur.incident.process;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ProcessJourney;
import ru.cur.escalation.LadderMoment;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockReading;
import ru.cur.sla.clock.Clocks;

/** Where the timers of a case should stand, computed from its clocks alone. */
record ExpectedDates(ProcessJourney journey, Clocks clocks, WorkingCalendars calendars, JdbcClient jdbc, Instant now) {
    static final Date RESTING = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private static final ZoneId ZONE = ZoneId.of("Asia/Vladivostok");
    private static final Map<String, ClockKind> HALVES = Map.ofEntries(
            entry("timerEvent_registrationHalfPassed", ClockKind.REGISTRATION),
            entry("timerEvent_triageHalfPassed", ClockKind.TRIAGE),
            entry("timerEvent_redirectHalfPassed", ClockKind.REDIRECT),
            entry("timerEvent_emergencyHalfPassed", ClockKind.EMERGENCY),
            entry("timerEvent_assignmentHalfPassed", ClockKind.TRIAGE),
            entry("timerEvent_acceptanceHalfPassed", ClockKind.ACCEPTANCE),
            entry("timerEvent_approvalHalfPassed", ClockKind.APPROVAL),
            entry("timerEvent_viceGovernorHalfPassed", ClockKind.APPROVAL),
            entry("timerEvent_publicationHalfPassed", ClockKind.PUBLICATION),
            entry("timerEvent_controlHalfPassed", ClockKind.CONTROL),
            entry("timerEvent_legalHalfPassed", ClockKind.LEGAL),
            entry("timerEvent_controlLegalHalfPassed", ClockKind.LEGAL));
    private static final Map<String, ClockKind> ENDS = Map.of(
            "timerEvent_controlDatePassed", ClockKind.CONTROL,
            "timerEvent_clarificationOver", ClockKind.CLARIFICATION,
            "timerEvent_documentsOverdue", ClockKind.DOCUMENTS,
            "timerEvent_feedbackOver", ClockKind.FEEDBACK);

    /** When the timer stands where its clock says. */
    Date of(Job timer) {
        String activity = journey.activityOf(timer);
        return switch (activity) {
            case "timerEvent_answerHalfPassed" -> half(answerClock());
            case "timerEvent_sevenDaysLeft" -> morning(timer, 7);
            case "timerEvent_threeDaysLeft" -> morning(timer, 3);
            case "timerEvent_oneDayLeft" -> morning(timer, 1);
            case "timerEvent_levelReached" -> level(timer);
            // Letters wait for the morning, whatever the clock does.
            case "timerEvent_sendingTime" -> timer.getDuedate();
            default -> ENDS.containsKey(activity) ? end(ENDS.get(activity)) : half(HALVES.get(activity));
        };
    }

    /** One that had passed when it was asked for never comes. */
    private Date morning(Job reminder, int days) {
        boolean rests = reminder.getDuedate().toInstant().equals(RESTING.toInstant());
        return open(ClockKind.CONTROL)
                .flatMap(ClockReading::dueAt)
                .map(due -> due.atZone(ZONE)
                        .toLocalDate()
                        .minusDays(days)
                        .atTime(9, 0)
                        .atZone(ZONE)
                        .toInstant())
                .filter(morning -> !rests || morning.isAfter(now))
                .map(Date::from)
                .orElse(RESTING);
    }

    private Date half(ClockKind kind) {
        boolean begun = jdbc.sql("select count(*) from sla_clock where incident_number = :number and kind = :kind"
                                + " and state <> 'STOPPED' and ladder_level is not null")
                        .param("number", journey.number())
                        .param("kind", kind.name())
                        .query(Integer.class)
                        .single()
                > 0;
        return begun
                ? RESTING
                : open(kind).flatMap(reading -> reading.at(50)).map(Date::from).orElse(RESTING);
    }

    private Date end(ClockKind kind) {
        return open(kind).flatMap(ClockReading::dueAt).map(Date::from).orElse(RESTING);
    }

    private Date level(Job timer) {
        ClockKind kind = ClockKind.valueOf((String) journey.variableOf(timer, "clockKind"));
        String step = (String) journey.variableOf(timer, "levelMoment");
        if (step.equals("NONE")) {
            return RESTING;
        }
        LadderMoment moment = LadderMoment.parse(step);
        return open(kind)
                .flatMap(reading -> moment.of(reading, calendars.of("cur")))
                .map(Date::from)
                .orElse(RESTING);
    }

    ClockKind answerClock() {
        return journey.column("first_published_at") == null ? ClockKind.FIRST_ANSWER : ClockKind.SOLUTION;
    }

    Optional<ClockReading> open(ClockKind kind) {
        return clocks.open(journey.number(), kind);
    }
}
