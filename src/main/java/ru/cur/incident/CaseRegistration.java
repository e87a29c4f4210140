package ru.cur.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.cur.classification.Suggestion;
import ru.cur.classification.Suggestions;
import ru.cur.incident.IncomingMessage.Place;
import ru.cur.sla.ledger.Party;
import ru.cur.sla.ledger.TimeLedger;

/** The first moment of a case: its number, what its words suggest, its ledger. */
@Component
class CaseRegistration {
    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final CaseStatus statuses;
    private final Suggestions suggestions;
    private final TimeLedger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    CaseRegistration(
            IncidentStore incidents,
            IncidentHistory history,
            CaseStatus statuses,
            Suggestions suggestions,
            TimeLedger ledger,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.incidents = incidents;
        this.history = history;
        this.statuses = statuses;
        this.suggestions = suggestions;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @param publishedAt when the author wrote it, in UTC; null when unknown
     * @param categoryHint the category that the author has chosen; null when its words alone suggest one
     */
    record Facts(String text, Place place, LegalRegime regime, Instant publishedAt, String categoryHint) {}

    IncidentNumber begin(Facts facts, String actor) {
        Instant now = clock.instant();
        Place place = facts.place();
        Suggestion suggestion = suggestions.of(facts.text(), place.address());
        Severity severity = suggestion.dangerToLife() ? Severity.P0 : Severity.P2;
        IncidentNumber number = incidents.nextNumber(now.atZone(zone).getYear());
        String municipality = place.municipalityCode() != null
                ? place.municipalityCode()
                : suggestion.municipalityCode().orElse(null);
        String category = facts.categoryHint() != null
                ? facts.categoryHint()
                : suggestion.categoryCode().orElse(null);
        incidents.insert(
                Incident.registered(
                        number,
                        facts.regime(),
                        new Incident.Suggested(category, municipality),
                        severity,
                        place.address(),
                        now),
                facts.publishedAt(),
                place);
        statuses.begin(number, IncidentStatus.NEW, actor);
        ledger.open(number.value(), since(facts.publishedAt(), now), Party.CUR, CaseTerms.CUR);
        history.add(number, actor, "Сообщение зарегистрировано", null);
        events.publishEvent(new IncidentRegistered(
                number, facts.regime(), severity, suggestion.dangerToLife(), category, municipality));
        return number;
    }

    /** The author waits from his message on; the clock of a network may be ahead of ours. */
    private static Instant since(Instant publishedAt, Instant now) {
        return publishedAt == null || publishedAt.isAfter(now) ? now : publishedAt;
    }
}
