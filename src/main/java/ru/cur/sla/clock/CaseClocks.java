package ru.cur.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ru.cur.sla.Roll;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.WorkingCalendar;

/**
 * The clocks of one case while they are being changed. Refuses what makes no sense; what it allows is written down by
 * {@link Clocks} when the change is over.
 */
public final class CaseClocks {
    private final String number;
    private final Instant now;
    private final String actor;
    private final Function<String, WorkingCalendar> calendars;
    private final List<SlaClock> clocks;

    CaseClocks(
            String number,
            Instant now,
            String actor,
            List<SlaClock> clocks,
            Function<String, WorkingCalendar> calendars) {
        this.number = number;
        this.now = now;
        this.actor = actor;
        this.calendars = calendars;
        this.clocks = new ArrayList<>(clocks);
    }

    /** In the order in which they were started. */
    public List<SlaClock> all() {
        return List.copyOf(clocks);
    }

    /** The clock of the kind that has not been stopped; paused ones are open too. */
    public Optional<SlaClock> open(ClockKind kind) {
        return clocks.stream()
                .filter(clock -> clock.kind() == kind && !clock.isStopped())
                .findFirst();
    }

    private SlaClock mustBeOpen(ClockKind kind) {
        return open(kind).orElseThrow(() -> new ClockRefusal("Срок «%s» сейчас не идёт".formatted(kind.title())));
    }

    /**
     * Starts a clock now. While the case is paused it begins paused.
     *
     * @param organisationId by whose working hours it runs; null for the region's
     * @param termsVersion version of the decision table that gives the limit; null when a person gives it
     * @throws ClockRefusal when one of the kind is open
     */
    public void start(ClockKind kind, Limit limit, Integer termsVersion, String organisationId) {
        startAt(now, kind, limit, termsVersion, organisationId);
    }

    /** The same, from an earlier moment: the registration, for what counts from there. */
    public void startAt(Instant at, ClockKind kind, Limit limit, Integer termsVersion, String organisationId) {
        if (open(kind).isPresent()) {
            throw new ClockRefusal("Срок «%s» уже идёт".formatted(kind.title()));
        }
        int cycle =
                1 + (int) clocks.stream().filter(clock -> clock.kind() == kind).count();
        Instant start = at.isAfter(now) ? now : at;
        SlaClock clock = new SlaClock(
                number,
                kind,
                cycle,
                organisationId,
                limit,
                termsVersion,
                List.of(ClockEvent.of(start, ClockEvent.Type.STARTED, null, actor)));
        Optional<ClockEvent> pause = kind.isPausable() ? lastingPause() : Optional.empty();
        clocks.add(pause.map(event -> clock.with(
                        ClockEvent.of(clock.notBeforeLast(now), ClockEvent.Type.PAUSED, event.reason(), actor)))
                .orElse(clock));
    }

    private Optional<ClockEvent> lastingPause() {
        return clocks.stream()
                .filter(SlaClock::isPaused)
                .flatMap(clock -> clock.events().stream().filter(event -> event.type() == ClockEvent.Type.PAUSED))
                .reduce((earlier, later) -> later);
    }

    /**
     * Lets every clock stand still that may.
     *
     * @param reason in Russian, for the explanation
     * @throws ClockRefusal when they stand still already, or none is running that could
     */
    public void pause(String reason) {
        if (isPaused()) {
            throw new ClockRefusal("Сроки инцидента %s уже приостановлены".formatted(number));
        }
        List<SlaClock> pausable = clocks.stream()
                .filter(clock -> !clock.isStopped() && clock.kind().isPausable())
                .toList();
        if (pausable.isEmpty()) {
            throw new ClockRefusal("У инцидента %s нет сроков, которые можно приостановить".formatted(number));
        }
        pausable.forEach(clock -> add(clock, ClockEvent.Type.PAUSED, reason));
    }

    public boolean isPaused() {
        return clocks.stream().anyMatch(SlaClock::isPaused);
    }

    /** Whether they stand still for the reason given to {@link #pause}. */
    public boolean isPausedBecauseOf(String reason) {
        return lastingPause().filter(event -> reason.equals(event.reason())).isPresent();
    }

    /** Lets the clocks go on with what they had left. @throws ClockRefusal when none stands still */
    public void resume() {
        List<SlaClock> paused = clocks.stream().filter(SlaClock::isPaused).toList();
        if (paused.isEmpty()) {
            throw new ClockRefusal("Сроки инцидента %s не приостановлены".formatted(number));
        }
        paused.forEach(clock -> add(clock, ClockEvent.Type.RESUMED, null));
    }

    /**
     * Gives a clock more time. More days of the calendar are rolled as those of its limit are.
     *
     * @param reason in Russian
     * @param approver name of the person who agreed, for the explanation
     * @throws ClockRefusal when no clock of the kind is open, or no time would be left even so
     */
    public void extend(ClockKind kind, Term term, String reason, String approver) {
        SlaClock clock = mustBeOpen(kind);
        SlaClock extended = clock.with(new ClockEvent(
                clock.notBeforeLast(now),
                ClockEvent.Type.EXTENDED,
                reason,
                actor,
                approver,
                rolledAs(clock.limit(), term)));
        ClockReading reading = read(extended);
        boolean isOver = reading.dueAt()
                .map(due -> !due.isAfter(now))
                .orElseGet(() -> reading.left().compareTo(Duration.ZERO) <= 0);
        if (isOver) {
            throw new ClockRefusal(
                    "Даже после продления срок «%s» уже прошёл: продлите на больший срок".formatted(kind.title()));
        }
        replace(clock, extended);
    }

    private static Term rolledAs(Limit limit, Term more) {
        return limit instanceof Limit.Within within && more.unit() == TermUnit.CALENDAR_DAYS && more.roll() == Roll.NONE
                ? new Term(more.amount(), more.unit(), within.term().roll())
                : more;
    }

    /**
     * Computes an open clock anew, from its original start: its limit or its working hours are other ones. A kind without an
     * open clock is left alone, and so is a clock to which nothing is new.
     */
    public void restate(ClockKind kind, Limit limit, Integer termsVersion, String organisationId, String reason) {
        open(kind).ifPresent(clock -> {
            SlaClock restated = clock.restated(limit, termsVersion, organisationId);
            if (!restated.equals(clock)) {
                replace(
                        clock,
                        restated.with(
                                ClockEvent.of(clock.notBeforeLast(now), ClockEvent.Type.RESTATED, reason, actor)));
            }
        });
    }

    /** Lets an open clock run by the working hours of another organisation, from its original start. */
    public void moveTo(ClockKind kind, String organisationId, String reason) {
        open(kind).ifPresent(clock -> restate(kind, clock.limit(), clock.termsVersion(), organisationId, reason));
    }

    /** Stops the clock of the kind if one is open. */
    public void stop(ClockKind kind) {
        open(kind).ifPresent(clock -> add(clock, ClockEvent.Type.STOPPED, null));
    }

    /** The case is over. */
    public void stopAll() {
        all().stream().filter(clock -> !clock.isStopped()).forEach(clock -> add(clock, ClockEvent.Type.STOPPED, null));
    }

    ClockReading read(SlaClock clock) {
        return clock.read(calendars.apply(clock.organisationId()));
    }

    private void add(SlaClock clock, ClockEvent.Type type, String reason) {
        replace(clock, clock.with(ClockEvent.of(clock.notBeforeLast(now), type, reason, actor)));
    }

    private void replace(SlaClock clock, SlaClock changed) {
        clocks.set(clocks.indexOf(clock), changed);
    }
}
