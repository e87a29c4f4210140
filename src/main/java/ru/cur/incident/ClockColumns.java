package ru.cur.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockReading;
import ru.cur.sla.clock.ClocksChanged;

/** Copies what the clocks read into the case's own row, where lists and reports look. The only writer of those columns. */
@Component
class ClockColumns {
    private static final int AT_RISK_PERCENT = 75;

    private final IncidentStore incidents;
    private final Clock clock;

    ClockColumns(IncidentStore incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    @EventListener
    void on(ClocksChanged event) {
        IncidentUpdate update = incidents.change(new IncidentNumber(event.number()));
        event.changed().stream()
                .filter(reading ->
                        !reading.clock().isStopped() || reading.clock().isStoppedDuringAPause())
                .forEach(reading -> copy(reading, update));
        if (event.of(ClockKind.CONTROL)
                .filter(reading -> reading.clock().isStopped())
                .isPresent()) {
            update.set("control_due", null);
        }
        update.applyIfAny();
    }

    private void copy(ClockReading reading, IncidentUpdate update) {
        Instant due = reading.dueAt().orElseGet(() -> passed(reading));
        switch (reading.clock().kind()) {
            case TRIAGE -> update.set("triage_due", due);
            case ACCEPTANCE -> update.set("acceptance_due", due);
            case FIRST_ANSWER -> {
                update.set("first_answer_due", due).set("answer_due", due);
                state(reading, update);
            }
            case SOLUTION -> {
                update.set("answer_due", due);
                state(reading, update);
            }
            case CONTROL -> update.set("control_due", due);
            case APPROVAL, PUBLICATION, LEGAL, DOCUMENTS -> {}
        }
    }

    /** A pause takes a term away that is still to come; what was late stays late. */
    private static Instant passed(ClockReading paused) {
        return paused.left().isNegative() ? paused.due() : null;
    }

    /** More time takes the mark off again; the mark itself is set by the ladder. */
    private void state(ClockReading reading, IncidentUpdate update) {
        boolean calm = reading.at(AT_RISK_PERCENT)
                .map(moment -> moment.isAfter(clock.instant()))
                .orElseGet(() -> hasEnoughLeft(reading));
        if (calm && !reading.clock().isStopped()) {
            update.set("sla_state", SlaState.ON_TIME);
        }
    }

    /** A pause alone is no more time. */
    private static boolean hasEnoughLeft(ClockReading paused) {
        Duration enough = paused.total().multipliedBy(100L - AT_RISK_PERCENT).dividedBy(100);
        return paused.left().compareTo(enough) > 0;
    }
}
