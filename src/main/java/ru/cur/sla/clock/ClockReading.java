package ru.cur.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.WorkingCalendar;

/**
 * What a clock shows.
 *
 * @param clock the clock that was read
 * @param calendar by which it was read
 * @param due by when it must be stopped; while it is paused, by when it would have been had it not been paused
 * @param left while it is paused, the time that it has left (negative when it was late already); else null
 * @param spans the time during which it runs: from the start or a resumption to the pause that follows, at last to the due
 *     moment
 * @param pauses what lies between the spans
 * @param extensions in their order
 * @param total the whole time that it gives, in the time that its limit counts
 */
public record ClockReading(
        SlaClock clock,
        WorkingCalendar calendar,
        Instant due,
        Duration left,
        List<Span> spans,
        List<Pause> pauses,
        List<Extension> extensions,
        Duration total) {

    /** @param to exclusive; before {@code from} when the clock was overdue before it could run on */
    public record Span(Instant from, Instant to) {}

    /** @param to null while it lasts @param reason in Russian @param left what the clock had left when it began */
    public record Pause(Instant from, Instant to, String reason, Duration left) {}

    /**
     * @param due by when the clock had to be stopped afterwards
     * @param rolledFrom the day off on which it would have had to be, had the term not been moved; null when it was not
     */
    public record Extension(Instant at, Term term, String reason, String approver, Instant due, LocalDate rolledFrom) {}

    static ClockReading of(SlaClock clock, WorkingCalendar calendar) {
        return new Fold(clock, calendar).run();
    }

    /** The due moment; empty while the clock is paused. */
    public Optional<Instant> dueAt() {
        return left == null ? Optional.of(due) : Optional.empty();
    }

    /**
     * What a person has seen of it who decides about it: the due moment or, while it is paused, the time that it has left. Another
     * text says that somebody has moved it meanwhile.
     */
    public String seen() {
        return seen(dueAt().orElse(null), left);
    }

    static String seen(Instant due, Duration left) {
        return due == null ? left.toString() : due.toString();
    }

    /** The moment at which this share of the whole time has passed; empty while the clock is paused. @param percent 0 to 100 */
    public Optional<Instant> at(int percent) {
        Duration after = total.multipliedBy(100L - percent).dividedBy(100);
        return dueAt().map(moment -> after.isZero()
                ? moment
                : calendar.plus(moment, after.negated(), clock.limit().unit()));
    }

    /** Goes through the events once. */
    private static final class Fold {
        private final SlaClock clock;
        private final WorkingCalendar calendar;
        private final TermUnit unit;
        private final List<Span> spans = new ArrayList<>();
        private final List<Pause> pauses = new ArrayList<>();
        private final List<Extension> extensions = new ArrayList<>();
        private Instant runningFrom;
        private Instant due;
        private Duration left;
        private Duration total;

        Fold(SlaClock clock, WorkingCalendar calendar) {
            this.clock = clock;
            this.calendar = calendar;
            this.unit = clock.limit().unit();
        }

        ClockReading run() {
            clock.events().forEach(this::take);
            if (left == null) {
                spans.add(new Span(runningFrom, due));
            }
            return new ClockReading(
                    clock,
                    calendar,
                    due,
                    left,
                    List.copyOf(spans),
                    List.copyOf(pauses),
                    List.copyOf(extensions),
                    total);
        }

        private void take(ClockEvent event) {
            switch (event.type()) {
                case STARTED -> start(event.at());
                case PAUSED -> pause(event);
                case RESUMED -> resume(event.at());
                case EXTENDED -> extend(event);
                case STOPPED -> stop(event.at());
                case RESTATED -> {}
            }
        }

        private void start(Instant at) {
            runningFrom = at;
            due = clock.limit().deadline(at, calendar);
            total = calendar.between(at, due, unit);
        }

        private void pause(ClockEvent event) {
            left = calendar.between(event.at(), due, unit);
            spans.add(new Span(runningFrom, event.at()));
            pauses.add(new Pause(event.at(), null, event.reason(), left));
        }

        private void resume(Instant at) {
            Pause pause = pauses.remove(pauses.size() - 1);
            pauses.add(new Pause(pause.from(), at, pause.reason(), pause.left()));
            due = calendar.plus(at, left, unit);
            left = null;
            runningFrom = at;
        }

        /** A pause ends with the clock: it was stopped in time if it had time left, however long it had stood still. */
        private void stop(Instant at) {
            if (left != null) {
                resume(at);
            }
        }

        private void extend(ClockEvent event) {
            Term term = event.extension();
            Instant later = calendar.deadline(due, term);
            LocalDate rolledFrom = calendar.rolledFrom(due, term).orElse(null);
            Duration more = calendar.between(due, later, unit);
            total = total.plus(more);
            due = later;
            if (left != null) {
                left = left.plus(more);
            }
            extensions.add(new Extension(event.at(), term, event.reason(), event.approver(), later, rolledFrom));
        }
    }
}
