package ru.cur.sla.ledger;

import java.time.Duration;

/** How much time of a case is charged to a party. @param working what of it is working time of the region */
public record ChargedTime(Party party, Duration calendar, Duration working) {

    ChargedTime plus(ChargedTime other) {
        return new ChargedTime(party, calendar.plus(other.calendar), working.plus(other.working));
    }
}
