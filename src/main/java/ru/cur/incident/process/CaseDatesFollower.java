package ru.cur.incident.process;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.cur.incident.SlaStateReached;
import ru.cur.platform.engine.CaseDates;
import ru.cur.sla.clock.ClocksChanged;

/** Timers and tasks of a case follow its clocks, in the same transaction. */
@Component
class CaseDatesFollower {
    private final CaseDates dates;

    CaseDatesFollower(CaseDates dates) {
        this.dates = dates;
    }

    /** Last of all: the diagrams ask the case, whose row must be up to date. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ClocksChanged event) {
        if (!event.first()) {
            dates.refresh(Set.of(event.number()));
        }
    }

    /** The tasks of a case at risk rise in everybody's lists. */
    @EventListener
    void on(SlaStateReached event) {
        dates.refresh(Set.of(event.number().value()));
    }
}
