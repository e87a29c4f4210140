package ru.cur.incident.process;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ru.cur.incident.SlaStateReached;
import ru.cur.platform.engine.CaseDates;
import ru.cur.sla.clock.ClocksChanged;

/**
 * Timers and tasks of a case follow its clocks, in the same transaction: at its end, when everything else is written, once for all
 * cases that it has changed.
 */
@Component
class CaseDatesFollower {
    private final CaseDates dates;

    CaseDatesFollower(CaseDates dates) {
        this.dates = dates;
    }

    @EventListener
    void on(ClocksChanged event) {
        // The first clocks of a case find no timer of it.
        if (!event.first()) {
            follow(event.number());
        }
    }

    /** The tasks of a case at risk rise in everybody's lists. */
    @EventListener
    void on(SlaStateReached event) {
        follow(event.number().value());
    }

    private void follow(String number) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Following.class::isInstance)
                .map(Following.class::cast)
                .findFirst()
                .orElseGet(this::begin)
                .numbers
                .add(number);
    }

    private Following begin() {
        Following following = new Following();
        TransactionSynchronizationManager.registerSynchronization(following);
        return following;
    }

    private final class Following implements TransactionSynchronization {
        private final Set<String> numbers = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            dates.refresh(numbers);
        }
    }
}
