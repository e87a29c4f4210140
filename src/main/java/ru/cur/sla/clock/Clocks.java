package ru.cur.sla.clock;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.sla.calendar.WorkingCalendars;

/** The clocks of all cases. A change and what follows from it (timers, lists, reports) are one transaction. */
@Service
@Transactional
public class Clocks {
    private final ClockStore store;
    private final WorkingCalendars calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Clocks(ClockStore store, WorkingCalendars calendars, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Changes the clocks of a case; others who want the same case wait.
     *
     * @param actor login of the person who acts, or "system"
     * @throws ClockRefusal from the change, which then has changed nothing
     */
    public void change(String number, String actor, Consumer<CaseClocks> change) {
        List<SlaClock> before = store.findForChange(number);
        CaseClocks clocks = new CaseClocks(number, clock.instant(), actor, before, calendars::of);
        change.accept(clocks);
        List<ClockReading> changed = clocks.all().stream()
                .filter(changedClock -> !before.contains(changedClock))
                .map(clocks::read)
                .toList();
        if (!changed.isEmpty()) {
            changed.forEach(store::save);
            events.publishEvent(new ClocksChanged(number, changed, clocks.isRedated()));
        }
    }

    /** How each clock of the case reads, in the order of their starts. */
    @Transactional(readOnly = true)
    public List<ClockReading> of(String number) {
        return store.find(number).stream().map(this::read).toList();
    }

    /** How the open clock of the kind reads. */
    @Transactional(readOnly = true)
    public Optional<ClockReading> open(String number, ClockKind kind) {
        return store.findOpen(number, kind).map(this::read);
    }

    private ClockReading read(SlaClock read) {
        return read.read(calendars.of(read.organisationId()));
    }
}
