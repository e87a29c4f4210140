package ru.cur.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentCard;
import ru.cur.incident.IncidentCards;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.Severity;
import ru.cur.incident.SlaState;
import ru.cur.notification.Notice;
import ru.cur.notification.Notifications;
import ru.cur.sla.RussianDates;
import ru.cur.sla.calendar.WorkingCalendar;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockReading;
import ru.cur.sla.clock.Clocks;

/** Climbs the ladder of a clock, step by step. Which steps there are, the table {@code escalation-ladder} says. */
@Service
@Transactional
public class Ladder {
    /** What a pause in the very moment of a step moves it by. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Clocks clocks;
    private final CaseTerms terms;
    private final IncidentCards cards;
    private final LadderRecipients recipients;
    private final Notifications notifications;
    private final WorkingCalendars calendars;
    private final Clock clock;

    Ladder(
            Clocks clocks,
            CaseTerms terms,
            IncidentCards cards,
            LadderRecipients recipients,
            Notifications notifications,
            WorkingCalendars calendars,
            Clock clock) {
        this.clocks = clocks;
        this.terms = terms;
        this.cards = cards;
        this.recipients = recipients;
        this.notifications = notifications;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * A step.
     *
     * @param number from 1, without gaps
     * @param state what the case is marked with; empty to leave it
     */
    public record Step(int number, LadderMoment moment, List<LadderRole> roles, Optional<SlaState> state) {}

    /** @return false when the clock is stopped, or its ladder has begun: it is climbed once */
    public boolean begin(IncidentNumber number, ClockKind kind) {
        return clocks.beginLadder(number.value(), kind);
    }

    /** When the step is reached; empty while the clock is paused, and when it is stopped. */
    @Transactional(readOnly = true)
    public Optional<Instant> at(IncidentNumber number, ClockKind kind, LadderMoment moment) {
        return clocks.open(number.value(), kind).flatMap(reading -> moment.of(reading, cur()));
    }

    /**
     * How many of the first steps lie behind, by what the clock reads now: an extension or other terms may have put those that
     * were reached ahead again.
     *
     * @param moments of the steps that were reached, in their order
     */
    public int stepsBehind(ClockReading reading, List<LadderMoment> moments) {
        Instant soon = clock.instant().plus(SOON);
        return (int) moments.stream()
                .takeWhile(moment -> moment.of(reading, cur())
                        .filter(at -> at.isBefore(soon))
                        .isPresent())
                .count();
    }

    private WorkingCalendar cur() {
        return calendars.of(CaseTerms.CUR);
    }

    /**
     * What has come of a step.
     *
     * @param told false when the clock has been stopped meanwhile and nobody is told
     * @param lettersAt from when on its letters may be sent; empty when there are none
     */
    public record Reached(boolean told, Optional<Instant> lettersAt) {}

    /** The step is reached: those whom it names are told, once each. */
    public Reached reach(IncidentNumber number, ClockKind kind, Step step) {
        Optional<ClockReading> open = clocks.open(number.value(), kind);
        if (open.isEmpty() || !clocks.reachLadder(number.value(), kind, step.number())) {
            return new Reached(false, Optional.empty());
        }
        if (kind.isAnswer()) {
            step.state().ifPresent(state -> terms.reached(number, state, kind.title()));
        }
        return new Reached(true, tell(cards.find(number).orElseThrow(), open.get(), step));
    }

    private Optional<Instant> tell(IncidentCard card, ClockReading reading, Step step) {
        Incident incident = card.incident();
        ClockKind kind = reading.clock().kind();
        // What was told of an earlier due moment or of another ladder is told again.
        String key = "%s/%s/%d/%s/%d/%s"
                .formatted(
                        incident.number(),
                        kind,
                        reading.clock().cycle(),
                        incident.severity(),
                        step.number(),
                        reading.due());
        boolean urgent = incident.severity() == Severity.P0;
        LocalDate day = LocalDate.ofInstant(notifications.sendAfter(urgent), cur().zone());
        return notifications.add(new Notice(
                key,
                incident.number().value(),
                recipients.of(step.roles(), incident, kind, day),
                urgent,
                step.number(),
                "escalation-level",
                model(card, reading, step)));
    }

    private Map<String, Object> model(IncidentCard card, ClockReading reading, Step step) {
        Map<String, Object> model = new HashMap<>();
        model.put("levelTitle", step.moment().title());
        model.put("clockTitle", reading.clock().kind().title());
        model.put("severityTitle", card.incident().severity().title());
        model.put("categoryName", card.categoryName());
        model.put("municipalityName", card.municipalityName());
        model.put("bodyName", card.bodyName());
        reading.dueAt().ifPresent(due -> {
            model.put("due", RussianDates.moment(due, cur().zone()));
            model.put("remaining", reading.calendar().remaining(clock.instant(), due));
        });
        return model;
    }
}
