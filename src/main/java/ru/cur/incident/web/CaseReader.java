package ru.cur.incident.web;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import ru.cur.incident.IncidentAccess;
import ru.cur.incident.IncidentCards;
import ru.cur.incident.IncidentNumber;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.ledger.TimeLedger;

/** Reads a case within the rights of the reader. */
@Component
class CaseReader {
    private final IncidentCards cards;
    private final Clocks clocks;
    private final TimeLedger ledger;

    CaseReader(IncidentCards cards, Clocks clocks, TimeLedger ledger) {
        this.cards = cards;
        this.clocks = clocks;
        this.ledger = ledger;
    }

    /** @throws CaseNotFound when there is no such case, or the reader may not know of it */
    CaseView find(String number, Authentication reader) {
        return cards.find(numberOf(number))
                .filter(card -> IncidentAccess.mayRead(reader, card.incident()))
                .map(card -> new CaseView(card, clocks.lines(number), ledger.of(number)))
                .orElseThrow(() -> new CaseNotFound(number));
    }

    /** @throws CaseNotFound when it is no number of a case */
    static IncidentNumber numberOf(String text) {
        try {
            return new IncidentNumber(text);
        } catch (IllegalArgumentException notANumber) {
            throw new CaseNotFound(text);
        }
    }
}
