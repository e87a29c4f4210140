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
