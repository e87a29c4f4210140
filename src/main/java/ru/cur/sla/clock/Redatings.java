package ru.cur.sla.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.platform.database.OneAtATime;
import ru.cur.sla.calendar.CalendarChanged;
import ru.cur.sla.calendar.CalendarSet;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.clock.OpenClocks.OpenClock;
import ru.cur.sla.clock.OpenClocks.Redated;
import ru.cur.sla.clock.Redating.State;
import ru.cur.sla.clock.Redating.Step;

/**
 * After each change of working time every open clock is read anew, a portion of cases in one transaction. A case that was
 * read carries the new version and is found no more, so nothing is done twice, whoever does it and however often it stops.
 */
@Service
@Transactional
public class Redatings {
    static final int PORTION = 100;

    private final RedatingStore store;
    private final OpenClocks open;
    private final ClockStore clocks;
    private final WorkingCalendars calendars;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<TermsSource> terms;
    private final JdbcClient jdbc;

    Redatings(
            RedatingStore store,
            OpenClocks open,
            ClockStore clocks,
            WorkingCalendars calendars,
            ApplicationEventPublisher events,
            ObjectProvider<TermsSource> terms,
            JdbcClient jdbc) {
        this.store = store;
        this.open = open;
        this.clocks = clocks;
        this.calendars = calendars;
        this.events = events;
        this.terms = terms;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(CalendarChanged change) {
        request(change.version(), null, change.what(), change.actor());
    }

    /**
     * A new version of the program may have brought a year, or a node may have computed by an old version after the clocks
     * were re-dated.
     */
    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        OneAtATime.hold(jdbc, "calendar");
        long version = calendars.current().version();
        if (store.active().isEmpty() && !open.stale(version, 1).isEmpty()) {
            String what = "Календарь из поставки программы";
            request(
                    store.ofVersion(version).isEmpty() ? version : calendars.again("system", what),
                    null,
                    what,
                    "system");
        }
    }

    /**
     * Gives all running cases the terms of a table.
     *
     * @param reason in Russian
     * @return the re-dating that does it
     * @throws ClockRefusal when no clock is open
     */
    public long requestTerms(int termsVersion, String reason, String actor) {
        OneAtATime.hold(jdbc, "calendar");
        return request(calendars.again(actor, reason), termsVersion, reason, actor)
                .orElseThrow(() -> new ClockRefusal("Открытых сроков нет, применять таблицу не к чему"));
    }

    private Optional<Long> request(long version, Integer termsVersion, String reason, String actor) {
        Optional<Redating> unfinished = store.active();
        unfinished.ifPresent(this::supersede);
        int cases = open.countCases();
        if (cases == 0) {
            return Optional.empty();
        }
        Optional<Redating> unapplied =
                unfinished.filter(earlier -> termsVersion == null && earlier.termsVersion() != null);
        long id = store.add(
                version,
                unapplied.map(Redating::termsVersion).orElse(termsVersion),
                unapplied.map(earlier -> reason + "; " + earlier.reason()).orElse(reason),
                actor,
                cases);
        events.publishEvent(new RedatingRequested(id));
        return Optional.of(id);
    }

    private void supersede(Redating earlier) {
        store.lock(earlier.id());
        if (store.move(earlier.id(), State.PAUSED, State.SUPERSEDED)) {
            events.publishEvent(new RedatingResumed(earlier.id()));
        } else {
            store.move(earlier.id(), State.RUNNING, State.SUPERSEDED);
        }
    }

    /**
     * Reads the clocks of the next cases anew.
     *
     * @return whether to go on: PAUSED when somebody has asked to wait, DONE when nothing is left
     */
    public Step portion(long id) {
        Redating redating = store.lock(id);
        if (redating.state() != State.RUNNING) {
            return redating.state() == State.PAUSED ? Step.PAUSED : Step.DONE;
        }
        CalendarSet present = calendars.current(redating.version());
        List<String> numbers = open.stale(present.version(), PORTION);
        if (numbers.isEmpty()) {
            store.move(id, State.RUNNING, State.DONE);
            return Step.DONE;
        }
        clocks.hold(numbers);
        List<RedatedClock> moves = redating.termsVersion() == null ? new ArrayList<>() : renew(numbers, redating);
        moves.addAll(redate(numbers, present));
        store.addMoves(id, moves);
        store.progress(id, numbers.size(), moves.size());
        return Step.MORE;
    }

    /** The cases get other terms, each by itself; what that moves is read from their rows. */
    private List<RedatedClock> renew(List<String> numbers, Redating redating) {
        Map<Long, OpenClock> before = new HashMap<>();
        open.ofCases(numbers).forEach(clock -> before.put(clock.id(), clock));
        terms.getObject().renew(numbers, redating.termsVersion(), redating.actor());
        List<RedatedClock> moves = new ArrayList<>();
        for (OpenClock clock : open.ofCases(numbers)) {
            OpenClock old = before.get(clock.id());
            if (old != null
                    && old.dueAt() != null
                    && clock.dueAt() != null
                    && !old.dueAt().equals(clock.dueAt())) {
                moves.add(move(old, clock.dueAt()));
            }
        }
        return moves;
    }

    private List<RedatedClock> redate(List<String> numbers, CalendarSet present) {
        List<Long> same = new ArrayList<>();
        List<Redated> others = new ArrayList<>();
        List<RedatedClock> moves = new ArrayList<>();
        Map<String, List<ClockReading>> moved = new LinkedHashMap<>();
        for (OpenClock clock : open.ofCases(numbers)) {
            ClockReading reading = clock.clock().read(present.of(clock.clock().organisationId()));
            String explanation = Explanation.of(reading).text();
            Instant due = reading.dueAt().orElse(null);
            if (due != null && clock.dueAt() != null && !due.equals(clock.dueAt())) {
                moves.add(move(clock, due));
                moved.computeIfAbsent(clock.clock().number(), number -> new ArrayList<>())
                        .add(reading);
                others.add(new Redated(clock.id(), due, explanation));
            } else if (explanation.equals(clock.explanation())) {
                same.add(clock.id());
            } else {
                others.add(new Redated(clock.id(), due, explanation));
            }
        }
        open.stamp(same, present.version());
        open.save(others, present.version());
        moved.forEach((number, readings) -> events.publishEvent(ClocksChanged.redated(number, readings)));
        return moves;
    }

    private static RedatedClock move(OpenClock clock, Instant due) {
        return new RedatedClock(
                clock.clock().number(), clock.clock().kind(), clock.clock().cycle(), clock.dueAt(), due);
    }

    /** Lets it wait after the portion that is being done. @return false when there was nothing to pause */
    public boolean pause(long id) {
        return store.move(id, State.RUNNING, State.PAUSED);
    }

    /** Lets it go on. @return false when it was not paused */
    public boolean resume(long id) {
        boolean resumed = store.move(id, State.PAUSED, State.RUNNING);
        if (resumed) {
            events.publishEvent(new RedatingResumed(id));
        }
        return resumed;
    }

    @Transactional(readOnly = true)
    public Optional<Redating> find(long id) {
        return store.find(id);
    }

    /** The re-dating that this version of the calendars has asked for; empty when no clock was open then. */
    @Transactional(readOnly = true)
    public Optional<Redating> ofVersion(long version) {
        return store.ofVersion(version);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Redating> latest(int limit) {
        return store.latest(limit);
    }

    /** Clocks that it has moved, by number of the case. */
    @Transactional(readOnly = true)
    public List<RedatedClock> moves(long id, int limit) {
        return store.moves(id, limit);
    }
}
