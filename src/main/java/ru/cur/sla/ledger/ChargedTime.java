package ru.cur.sla.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How much time of a case is charged to a party. @param working what of it is working time of the region */
public record ChargedTime(Party party, Duration calendar, Duration working) {

    /** Sums, in the order of the parties; only those who had any time. */
    public static List<ChargedTime> sums(Collection<Charge> charges) {
        Map<Party, ChargedTime> sums = new EnumMap<>(Party.class);
        charges.stream()
                .map(charge -> new ChargedTime(charge.party(), charge.calendar(), charge.working()))
                .forEach(more -> sums.merge(more.party(), more, ChargedTime::plus));
        return List.copyOf(sums.values());
    }

    private ChargedTime plus(ChargedTime other) {
        return new ChargedTime(party, calendar.plus(other.calendar), working.plus(other.working));
    }
}
