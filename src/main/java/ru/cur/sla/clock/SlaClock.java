package ru.cur.sla.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.cur.sla.calendar.WorkingCalendar;

/**
 * A term that runs, with everything that has happened to it. What it reads follows from its events alone, so anybody can
 * compute it again.
 *
 * @param number of the case
 * @param cycle which clock of this kind it is in the case, from 1
 * @param organisationId by whose working hours it runs; null for the region's
 * @param termsVersion version of the decision table that gave the limit; null when a person gave it
 * @param events at least the start, in the order of their moments
 */
public record SlaClock(
        String number,
        ClockKind kind,
        int cycle,
        String organisationId,
        Limit limit,
        Integer termsVersion,
        List<ClockEvent> events) {

    public SlaClock {
        events = List.copyOf(events);
    }

    public Instant startedAt() {
        return events.get(0).at();
    }

    /** Empty while it runs or is paused. */
    public Optional<Instant> stoppedAt() {
        return last().type() == ClockEvent.Type.STOPPED ? Optional.of(last().at()) : Optional.empty();
    }

    public boolean isStopped() {
        return last().type() == ClockEvent.Type.STOPPED;
    }

    /** Whether it stands still and will go on. */
    public boolean isPaused() {
        return !isStopped() && stoodStill(events.size() - 1);
    }

    public boolean isStoppedDuringAPause() {
        return isStopped() && stoodStill(events.size() - 2);
    }

    /** @param at after the event with this index */
    private boolean stoodStill(int at) {
        for (int i = at; i >= 0; i--) {
            switch (events.get(i).type()) {
                case PAUSED -> {
                    return true;
                }
                case STARTED, RESUMED, STOPPED -> {
                    return false;
                }
                case EXTENDED, RESTATED -> {}
            }
        }
        return false;
    }

    public ClockState state() {
        return isStopped() ? ClockState.STOPPED : isPaused() ? ClockState.PAUSED : ClockState.RUNNING;
    }

    private ClockEvent last() {
        return events.get(events.size() - 1);
    }

    /** What it shows by the calendar: pure computation over the events. */
    public ClockReading read(WorkingCalendar calendar) {
        return ClockReading.of(this, calendar);
    }

    /** Time never goes back for a clock, whatever the clocks of the nodes say. */
    Instant notBeforeLast(Instant moment) {
        return moment.isBefore(last().at()) ? last().at() : moment;
    }

    SlaClock with(ClockEvent event) {
        List<ClockEvent> more = new ArrayList<>(events);
        more.add(event);
        return new SlaClock(number, kind, cycle, organisationId, limit, termsVersion, more);
    }

    /** The same clock with another limit, for whoever wants to know what it would read. */
    public SlaClock withLimit(Limit otherLimit, Integer otherVersion) {
        return restated(otherLimit, otherVersion, organisationId);
    }

    SlaClock restated(Limit otherLimit, Integer otherVersion, String otherOrganisation) {
        return new SlaClock(number, kind, cycle, otherOrganisation, otherLimit, otherVersion, events);
    }
}
