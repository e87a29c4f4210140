package ru.cur.sla.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * Time of a case that one party had.
 *
 * @param organisationId which body, where the party is one; else null
 * @param organisation what people call it; null without an organisation
 * @param to the present moment while it goes on
 * @param calendar all of it
 * @param working what of it is working time of the region
 * @param note why its working time was corrected, in Russian; null when it was not
 * @param running whether the party has the case now
 */
public record Charge(
        Party party,
        String organisationId,
        String organisation,
        Instant from,
        Instant to,
        Duration calendar,
        Duration working,
        String note,
        boolean running) {}
