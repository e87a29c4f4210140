package ru.cur.incident.web;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import ru.cur.incident.IncidentAccess;
import ru.cur.incident.IncidentCard;
import ru.cur.incident.IncidentCards;
import ru.cur.incident.IncidentNumber;
import ru.cur.platform.AuditedAct;
import ru.cur.reply.Answers;
import ru.cur.reply.Publications;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.ledger.TimeLedger;

/** Reads a case within the rights of the reader. */
@Component
class CaseReader {
    private final IncidentCards cards;
    private final Clocks clocks;
    private final TimeLedger ledger;
    private final Answers answers;
    private final Publications publications;
    private final ApplicationEventPublisher events;

    CaseReader(
            IncidentCards cards,
            Clocks clocks,
            TimeLedger ledger,
            Answers answers,
            Publications publications,
            ApplicationEventPublisher events) {
        this.cards = cards;
        this.clocks = clocks;
        this.ledger = ledger;
        this.answers = answers;
        this.publications = publications;
        this.events = events;
    }

    /** @throws CaseNotFound when there is no such case, or the reader may not know of it */
    CaseView find(String number, Authentication reader) {
        return cards.find(numberOf(number))
                .filter(card -> IncidentAccess.mayRead(reader, card.incident()))
                .map(card -> read(card, reader))
                .orElseThrow(() -> new CaseNotFound(number));
    }

    private CaseView read(IncidentCard card, Authentication reader) {
        String number = card.incident().number().value();
        if (card.incident().marks().restriction() != null) {
            events.publishEvent(new AuditedAct(reader.getName(), "RESTRICTED_CASE_READ", number));
        }
        return new CaseView(
                card,
                clocks.lines(number),
                ledger.of(number),
                AnswerLine.of(answers.all(number), publications.of(number)));
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
