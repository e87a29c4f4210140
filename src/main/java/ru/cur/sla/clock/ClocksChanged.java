package ru.cur.sla.clock;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Clocks of a case have changed.
 *
 * @param changed how those clocks read now
 * @param first whether the case had no clock before: no timer can be waiting for one
 */
public record ClocksChanged(String number, List<ClockReading> changed, boolean first) {

    /** Open clocks read otherwise by another calendar. */
    static ClocksChanged redated(String number, List<ClockReading> moved) {
        return new ClocksChanged(number, moved, false);
    }

    /** The kinds of the clocks that have been stopped. */
    public Set<ClockKind> stopped() {
        return changed.stream()
                .map(ClockReading::clock)
                .filter(SlaClock::isStopped)
                .map(SlaClock::kind)
                .collect(Collectors.toSet());
    }

    /** The latest clock of the kind, when it is among those that changed. */
    public Optional<ClockReading> of(ClockKind kind) {
        return changed.stream()
                .filter(reading -> reading.clock().kind() == kind)
                .reduce((earlier, later) -> later);
    }
}
