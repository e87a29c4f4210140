package ru.cur.escalation.process;

import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;
import ru.cur.escalation.Ladder;
import ru.cur.escalation.LadderMoment;
import ru.cur.incident.IncidentNumber;
import ru.cur.sla.clock.ClockKind;

/** What the diagram of the ladder asks of it: {@code #{ladderDates.at(incidentNumber, clockKind, levelMoment)}}. */
@Component
public class LadderDates {
    /** A paused clock reaches no step, nobody one after the last; the engine knows no timer without a date. */
    private static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private final Ladder ladder;

    LadderDates(Ladder ladder) {
        this.ladder = ladder;
    }

    /**
     * When the step is reached.
     *
     * @param levelMoment for instance {@code 75 %} or {@code 4 WORKING_HOURS}; {@code NONE} where there is no such step
     */
    public Date at(String incidentNumber, String clockKind, String levelMoment) {
        if (levelMoment.equals(SlaEscalationProcess.NONE)) {
            return NEVER;
        }
        return ladder.at(
                        new IncidentNumber(incidentNumber),
                        ClockKind.valueOf(clockKind),
                        LadderMoment.parse(levelMoment))
                .map(Date::from)
                .orElse(NEVER);
    }
}
