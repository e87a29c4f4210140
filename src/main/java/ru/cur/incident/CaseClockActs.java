package ru.cur.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.Directory;
import ru.cur.sla.RussianDates;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.CaseClocks;
import ru.cur.sla.clock.ClockEvent;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.SlaClock;
import ru.cur.sla.ledger.TimeLedger;

/**
 * What curators and heads decide about the clocks of a case. Clocks, ledger, history and the timers of the diagrams change
 * together or not at all.
 */
@Service
@Transactional
public class CaseClockActs {
    /** Federal Law 59-FZ, article 12, part 2. */
    static final int LEGAL_EXTENSION_DAYS = 30;

    private static final String REASON_MISSING = "Укажите причину";

    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final Clocks clocks;
    private final TimeLedger ledger;
    private final Directory directory;
    private final Appeals appeals;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    CaseClockActs(
            IncidentStore incidents,
            IncidentHistory history,
            Clocks clocks,
            TimeLedger ledger,
            Directory directory,
            Appeals appeals,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.incidents = incidents;
        this.history = history;
        this.clocks = clocks;
        this.ledger = ledger;
        this.directory = directory;
        this.appeals = appeals;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** Who decides. @param isHead whether he is a head of the CUR; otherwise he is a curator */
    public record Decider(String login, boolean isHead) {

        /** A curator answers for the terms of bodies; those of the CUR itself and of the law are the head's. */
        public boolean mayExtend(ClockKind kind) {
            return isHead || kind.isOfBody();
        }
    }

    /**
     * More time for a clock.
     *
     * @param reason in Russian, as the decider has typed it
     * @param seen how the clock stood when he decided, see {@link ru.cur.sla.clock.ClockReading#seen()}
     */
    public record Extension(ClockKind kind, Term term, String reason, String seen) {}

    /**
     * Lets the clocks of the case stand still.
     *
     * @param reason in Russian, as the decider has typed it
     * @throws CaseRefusal when the case is over or the reason is none
     * @throws ru.cur.sla.clock.ClockRefusal when they stand still already, or none can
     */
    public void pause(IncidentNumber number, PauseReason why, String reason, Decider decider) {
        String said = StatedReason.checked(reason, REASON_MISSING);
        mustGoOn(number);
        clocks.change(number.value(), decider.login(), change -> change.pause(why.title() + ": " + said));
        ledger.pause(number.value(), why.party());
        history.add(number, decider.login(), "Сроки приостановлены: " + why.title(), said);
        events.publishEvent(new WorkSuspended(number));
    }

    /**
     * Lets them go on with what they had left.
     *
     * @throws CaseRefusal when the case is over
     * @throws ru.cur.sla.clock.ClockRefusal when none stands still
     */
    public void resume(IncidentNumber number, Decider decider) {
        mustGoOn(number);
        clocks.change(number.value(), decider.login(), CaseClocks::resume);
        goesOn(number, null, decider.login());
    }

    /** The same for whoever watches why nobody could work; clocks that run already are left alone. @param why as typed */
    public void resumeIfPaused(IncidentNumber number, String why, String actor) {
        clocks.change(number.value(), actor, change -> {
            if (change.isPaused()) {
                change.resume();
            }
        });
        goesOn(number, why, actor);
    }

    private void goesOn(IncidentNumber number, String why, String actor) {
        ledger.resumeIfPaused(number.value());
        history.add(number, actor, "Сроки снова идут", why);
        events.publishEvent(new WorkResumed(number));
    }

    /**
     * Gives a clock more time; the decider is the one who approves it.
     *
     * @throws CaseRefusal when the case is over, the reason is none, he may not give so much, or the clock has been moved since
     *     he saw it
     * @throws ru.cur.sla.clock.ClockRefusal when no clock of the kind is open, or the time would be over even so
     */
    public void extend(IncidentNumber number, Extension extension, Decider decider) {
        ClockKind kind = extension.kind();
        Term term = extension.term();
        String said = StatedReason.checked(extension.reason(), REASON_MISSING);
        if (kind == ClockKind.DOCUMENTS) {
            throw new CaseRefusal("Срок представления документов задан законом (статья 10 59-ФЗ) и не продлевается");
        }
        if (!decider.mayExtend(kind)) {
            throw new CaseRefusal("Срок «%s» продлевает только руководитель ЦУР".formatted(kind.title()));
        }
        mustGoOn(number);
        clocks.change(number.value(), decider.login(), change -> {
            mustBeAsSeen(number, extension);
            if (kind == ClockKind.LEGAL) {
                change.open(kind).ifPresent(open -> mustBeLawful(open, term));
            }
            change.extend(kind, term, said, directory.fullName(decider.login()));
        });
        history.add(
                number,
                decider.login(),
                "Срок «%s» продлён: %s".formatted(kind.title(), term.title()),
                said + due(number, kind));
        if (kind == ClockKind.LEGAL) {
            tellAuthor(number);
        }
    }

    /** Before the term is over, as article 12, part 2 of 59-FZ wants. */
    private void tellAuthor(IncidentNumber number) {
        clocks.open(number.value(), ClockKind.LEGAL)
                .flatMap(reading -> reading.dueAt())
                .map(due -> due.atZone(zone).toLocalDate())
                .ifPresent(until -> events.publishEvent(new TermMoved(number, appeals.extended(number, until))));
    }

    private void mustGoOn(IncidentNumber number) {
        if (incidents.findForChange(number).orElseThrow().status().isFinal()) {
            throw new CaseRefusal("Работа по инциденту завершена, его сроки больше не меняются");
        }
    }

    /** Two clicks of one person, or two people at once, are one extension. */
    private void mustBeAsSeen(IncidentNumber number, Extension extension) {
        if (clocks.open(number.value(), extension.kind())
                .filter(open -> !open.seen().equals(extension.seen()))
                .isPresent()) {
            throw new CaseRefusal("Срок уже изменился, проверьте ещё раз");
        }
    }

    /** Once, before it is over, and by thirty days at most. */
    private void mustBeLawful(SlaClock legal, Term term) {
        if (term.unit() != TermUnit.CALENDAR_DAYS || term.amount() > LEGAL_EXTENSION_DAYS) {
            throw new CaseRefusal("Срок по закону продлевается не более чем на %d календарных дней (статья 12 59-ФЗ)"
                    .formatted(LEGAL_EXTENSION_DAYS));
        }
        if (legal.events().stream().anyMatch(event -> event.type() == ClockEvent.Type.EXTENDED)) {
            throw new CaseRefusal("Срок по закону уже продлевали; второй раз закон не позволяет");
        }
        Instant now = clock.instant();
        if (clocks.open(legal.number(), ClockKind.LEGAL)
                .flatMap(reading -> reading.dueAt())
                .filter(due -> !due.isAfter(now))
                .isPresent()) {
            throw new CaseRefusal("Срок по закону уже истёк; продлить его можно было только до этого");
        }
    }

    private String due(IncidentNumber number, ClockKind kind) {
        return clocks.open(number.value(), kind)
                .flatMap(reading -> reading.dueAt())
                .map(due -> "; новый срок – " + RussianDates.moment(due, zone))
                .orElse("");
    }
}
