package ru.cur.incident.web;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import ru.cur.incident.IncidentCard;
import ru.cur.sla.clock.ClockLine;
import ru.cur.sla.clock.ClockState;
import ru.cur.sla.ledger.Charge;
import ru.cur.sla.ledger.ChargedTime;

/**
 * A case with its clocks and with the time that each party had.
 *
 * @param clocks in the order of their starts
 * @param charges in the order of time
 * @param answers the newest first
 */
record CaseView(IncidentCard card, List<ClockLine> clocks, List<Charge> charges, List<AnswerLine> answers) {

    /** The charges summed up, in the order of the parties. */
    public List<ChargedTime> sums() {
        return ChargedTime.sums(charges);
    }

    /** The calendar time of all charges: what has passed since the message, without the time in which the case was closed. */
    public Duration elapsed() {
        return charges.stream().map(Charge::calendar).reduce(Duration.ZERO, Duration::plus);
    }

    /** The working time of all charges. */
    public Duration worked() {
        return charges.stream().map(Charge::working).reduce(Duration.ZERO, Duration::plus);
    }

    public boolean isPaused() {
        return clocks.stream().anyMatch(line -> line.clock().state() == ClockState.PAUSED);
    }

    /** Whether a clock runs that may stand still. */
    public boolean isPausable() {
        return !isPaused()
                && openClocks().stream().anyMatch(line -> line.clock().kind().isPausable());
    }

    /** How the open clocks stand on this page, for the form that extends one: «LEGAL=2026-12-23T00:00:00Z ACCEPTANCE=PT4H». */
    public String seen() {
        return openClocks().stream()
                .map(line -> line.clock().kind().name() + '=' + line.seen())
                .collect(Collectors.joining(" "));
    }

    List<ClockLine> openClocks() {
        return clocks.stream().filter(line -> !line.clock().isStopped()).toList();
    }
}
