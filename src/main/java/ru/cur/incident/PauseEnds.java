package ru.cur.incident;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.ClocksChanged;
import ru.cur.sla.ledger.TimeLedger;

/** A pause is over when the last clock that stood still is stopped: the answer is out, or the case has ended. */
@Component
class PauseEnds {
    private final Clocks clocks;
    private final TimeLedger ledger;
    private final ApplicationEventPublisher events;

    PauseEnds(Clocks clocks, TimeLedger ledger, ApplicationEventPublisher events) {
        this.clocks = clocks;
        this.ledger = ledger;
        this.events = events;
    }

    @EventListener
    void on(ClocksChanged event) {
        if (event.changed().stream().anyMatch(reading -> reading.clock().isStoppedDuringAPause())
                && clocks.of(event.number()).stream()
                        .noneMatch(reading -> reading.clock().isPaused())) {
            ledger.resumeIfPaused(event.number());
            events.publishEvent(new WorkResumed(new IncidentNumber(event.number())));
        }
    }
}
