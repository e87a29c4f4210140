package ru.cur.sla.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private static final int LADDER_BEGINS_AT_PERCENT = 50;

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
        store.hold(List.of(number));
        List<SlaClock> before = store.find(number);
        CaseClocks clocks = new CaseClocks(number, clock.instant(), actor, before, calendars::of);
        change.accept(clocks);
        List<ClockReading> changed = clocks.all().stream()
                .filter(changedClock -> !before.contains(changedClock))
                .map(clocks::read)
                .toList();
        if (!changed.isEmpty()) {
            changed.forEach(store::save);
            events.publishEvent(new ClocksChanged(number, changed, before.isEmpty()));
        }
    }

    /** How each clock of the case reads, in the order of their starts. */
    @Transactional(readOnly = true)
    public List<ClockReading> of(String number) {
        return store.find(number).stream().map(this::read).toList();
    }

    /** How each clock of the case stands, also those that are stopped, in the order of their starts. */
    @Transactional(readOnly = true)
    public List<ClockLine> lines(String number) {
        Instant now = clock.instant();
        return store.findStored(number).stream()
                .map(stored -> stored.clock().isStopped()
                        ? ClockLine.stopped(stored)
                        : ClockLine.open(stored, read(stored.clock()), now))
                .toList();
    }

    /** How the open clock of the kind reads. */
    @Transactional(readOnly = true)
    public Optional<ClockReading> open(String number, ClockKind kind) {
        return store.findOpen(number, kind).map(StoredClock::clock).map(this::read);
    }

    /**
     * When the ladder of the open clock of the kind is to begin: with half of its time.
     *
     * @return empty when no clock is open, it is paused, or its ladder has begun
     */
    @Transactional(readOnly = true)
    public Optional<Instant> ladderBegins(String number, ClockKind kind) {
        return store.findOpen(number, kind)
                .filter(open -> open.ladderLevel() == null)
                .map(StoredClock::clock)
                .map(this::read)
                .flatMap(reading -> reading.at(LADDER_BEGINS_AT_PERCENT));
    }

    /** Begins the ladder of the open clock of the kind. @return false when none is open or it has begun: nobody climbs it twice */
    public boolean beginLadder(String number, ClockKind kind) {
        store.hold(List.of(number));
        return store.moveLadder(number, kind, null, 0);
    }

    /** Notes that a step of the ladder is reached. @return false when the clock has been stopped meanwhile */
    public boolean reachLadder(String number, ClockKind kind, int level) {
        store.hold(List.of(number));
        return store.moveLadder(number, kind, level - 1, level);
    }

    /** Which step the ladders of the open clocks have reached, 0 before the first; a clock whose ladder has not begun is left out. */
    @Transactional(readOnly = true)
    public Map<ClockKind, Integer> ladders(String number) {
        return store.ladders(number);
    }

    /** The steps above this level are to be climbed again. @param reached the level that {@link #ladders} has said */
    public void lowerLadder(String number, ClockKind kind, int reached, int level) {
        store.moveLadder(number, kind, reached, level);
    }

    private ClockReading read(SlaClock read) {
        return read.read(calendars.of(read.organisationId()));
    }
}
