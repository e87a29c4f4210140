package ru.cur.sla.clock;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Clocks of a case have changed.
 *
 * @param changed how those clocks read now
 * @param redated whether an open timer may wait for another moment than before
 */
public record ClocksChanged(String number, List<ClockReading> changed, boolean redated) {

    /** Open clocks read otherwise by another calendar. */
    static ClocksChanged redated(String number, List<ClockReading> moved) {
        return new ClocksChanged(number, moved, true);
    }

    /** The kinds of the clocks that have been stopped. */
    public Set<ClockKind> stopped() {
        return changed.stream()
                .map(ClockReading::clock)
                .filter(SlaClock::isStopped)
                .map(SlaClock::kind)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** The latest clock of the kind, when it is among those that changed. */
    public Optional<ClockReading> of(ClockKind kind) {
        return changed.stream()
                .filter(reading -> reading.clock().kind() == kind)
                .reduce((earlier, later) -> later);
    }
}
