package ru.cur.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.classification.Suggestion;
import ru.cur.classification.Suggestions;
import ru.cur.incident.IncomingMessage.Place;
import ru.cur.sla.ledger.Party;
import ru.cur.sla.ledger.TimeLedger;

/** The one door through which messages of all channels become cases. */
@Service
public class MessageIntake {
    private final MessageStore messages;
    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final Suggestions suggestions;
    private final TimeLedger ledger;
    private final CaseStatus statuses;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    MessageIntake(
            MessageStore messages,
            IncidentStore incidents,
            IncidentHistory history,
            Suggestions suggestions,
            TimeLedger ledger,
            CaseStatus statuses,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.messages = messages;
        this.incidents = incidents;
        this.history = history;
        this.suggestions = suggestions;
        this.ledger = ledger;
        this.statuses = statuses;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What became of a message.
     *
     * @param created whether the message was new; false when it had been taken in before
     */
    public record Receipt(IncidentNumber number, IncidentStatus status, boolean created) {}

    /**
     * Takes a message in, at most once for each pair of channel and external id; a second arrival with another text is kept
     * as the author's edit. When this returns, the case is stored and its process waits to run.
     */
    @Transactional
    public Receipt receive(IncomingMessage message, LegalRegime regime, String actor) {
        messages.lock(message.channel(), message.externalId());
        Optional<MessageStore.Known> known = messages.find(message.channel(), message.externalId());
        if (known.isPresent()) {
            keepEdit(known.get(), message.text());
            return new Receipt(known.get().number(), known.get().status(), false);
        }
        IncidentNumber number = register(message, regime, actor);
        return new Receipt(number, IncidentStatus.NEW, true);
    }

    private void keepEdit(MessageStore.Known known, String text) {
        if (!known.text().equals(text)) {
            messages.addEdit(known.id(), text, clock.instant());
            history.add(known.number(), IncidentHistory.SYSTEM, "Автор изменил сообщение", null);
        }
    }

    private IncidentNumber register(IncomingMessage message, LegalRegime regime, String actor) {
        Instant now = clock.instant();
        Suggestion suggestion = suggestions.of(message.text(), message.place().address());
        Severity severity = suggestion.dangerToLife() ? Severity.P0 : Severity.P2;
        IncidentNumber number = incidents.nextNumber(now.atZone(zone).getYear());
        Place place = message.place();
        String municipality = place.municipalityCode() != null
                ? place.municipalityCode()
                : suggestion.municipalityCode().orElse(null);
        String category = suggestion.categoryCode().orElse(null);
        incidents.insert(
                Incident.registered(
                        number, regime, new Incident.Suggested(category, municipality), severity, place.address(), now),
                message.publishedAt(),
                place);
        messages.insert(number, message, now);
        statuses.begin(number, IncidentStatus.NEW, actor);
        ledger.open(number.value(), since(message, now), Party.CUR, CaseTerms.CUR);
        history.add(number, actor, "Сообщение зарегистрировано", null);
        events.publishEvent(
                new IncidentRegistered(number, regime, severity, suggestion.dangerToLife(), category, municipality));
        return number;
    }

    /** The author waits from his message on; the clock of a network may be ahead of ours. */
    private static Instant since(IncomingMessage message, Instant now) {
        return message.publishedAt() == null || message.publishedAt().isAfter(now) ? now : message.publishedAt();
    }
}
