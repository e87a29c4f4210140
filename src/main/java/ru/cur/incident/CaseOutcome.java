package ru.cur.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.reply.AnswerApproved;
import ru.cur.reply.AnswerPublished;
import ru.cur.reply.AnswerReturned;
import ru.cur.reply.AnswerSubmitted;
import ru.cur.reply.PublicationRefused;
import ru.cur.sla.RussianDates;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.clock.CaseClocks;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Limit;
import ru.cur.sla.ledger.Party;
import ru.cur.sla.ledger.TimeLedger;

/** How a case ends, and how its answers come to that. */
@Service
@Transactional
public class CaseOutcome {
    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final Clocks clocks;
    private final StepClocks steps;
    private final TimeLedger ledger;
    private final WorkingCalendars calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseOutcome(
            IncidentStore incidents,
            IncidentHistory history,
            Clocks clocks,
            StepClocks steps,
            TimeLedger ledger,
            WorkingCalendars calendars,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.history = history;
        this.clocks = clocks;
        this.steps = steps;
        this.ledger = ledger;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(AnswerSubmitted event) {
        IncidentNumber number = new IncidentNumber(event.number());
        incidents.change(number).setOnce("first_draft_at", clock.instant()).apply();
        ledger.handOver(number.value(), Party.APPROVAL, CaseTerms.CUR);
        history.add(number, event.actor(), "Ответ подготовлен, версия " + event.version(), null);
    }

    @EventListener
    void on(AnswerReturned event) {
        IncidentNumber number = new IncidentNumber(event.number());
        incidents.change(number).increment("reworks").apply();
        bodyHas(number);
        history.add(number, event.actor(), "Ответ возвращён: " + event.reasonTitle(), event.text());
    }

    @EventListener
    void on(AnswerApproved event) {
        IncidentNumber number = new IncidentNumber(event.number());
        incidents.change(number).set("approved_at", clock.instant()).apply();
        ledger.handOver(number.value(), Party.PUBLICATION, CaseTerms.CUR);
        history.add(number, event.actor(), "Ответ согласован", null);
    }

    @EventListener
    void on(PublicationRefused event) {
        IncidentNumber number = new IncidentNumber(event.number());
        history.add(number, IncidentHistory.SYSTEM, "Ответ не опубликован автоматически", event.reason());
    }

    @EventListener
    void on(AnswerPublished event) {
        Incident incident = incidents.find(new IncidentNumber(event.number())).orElseThrow();
        if (event.promisedOn() == null) {
            answered(incident, event.actor());
        } else {
            promised(incident, event.promisedOn(), event.actor());
        }
    }

    private void answered(Incident incident, String actor) {
        Instant now = clock.instant();
        published(incident, now).set("final_published_at", now).apply();
        clocks.change(incident.number().value(), actor, change -> {
            stopAnswerClocks(change);
            change.stop(ClockKind.LEGAL);
        });
        history.add(incident.number(), actor, "Ответ опубликован", null);
    }

    private void promised(Incident incident, LocalDate day, String actor) {
        String number = incident.number().value();
        published(incident, clock.instant()).apply();
        boolean ownPromise = incident.marks().massNumber() == null;
        clocks.change(number, actor, change -> {
            stopAnswerClocks(change);
            if (ownPromise) {
                change.start(ClockKind.CONTROL, new Limit.Until(day), null, incident.bodyId());
            }
        });
        ledger.handOver(number, Party.UNDER_CONTROL, incident.bodyId());
        history.add(
                incident.number(), actor, "Промежуточный ответ опубликован", "На контроле до " + RussianDates.day(day));
    }

    private IncidentUpdate published(Incident incident, Instant now) {
        return incidents
                .change(incident.number())
                .setOnce("first_published_at", now)
                .setOnce("first_answer_working_minutes", (int) calendars
                        .region()
                        .workingTime(incident.registeredAt(), now)
                        .toMinutes());
    }

    private static void stopAnswerClocks(CaseClocks change) {
        List.of(ClockKind.PUBLICATION, ClockKind.FIRST_ANSWER, ClockKind.SOLUTION)
                .forEach(change::stop);
        // A promise that was broken is answered for until the next answer is out.
        change.stop(ClockKind.CONTROL);
    }

    /** The final answer is out: the author may say what he thinks of it. */
    public void openFeedback(IncidentNumber number) {
        steps.start(number, ClockKind.FEEDBACK, IncidentHistory.SYSTEM);
        ledger.handOver(number.value(), Party.FEEDBACK, null);
    }

    /** What will stand as the result when the case is closed. */
    public void resultIn(IncidentNumber number, IncidentResult result) {
        incidents.change(number).set("result", result).apply();
    }

    /** The author has taken his message back; nothing more happens to a case that has ended. */
    public void withdrawn(IncidentNumber number) {
        if (incidents.find(number).orElseThrow().closedAt() == null) {
            resultIn(number, IncidentResult.WITHDRAWN);
            close(number);
        }
    }

    /** The case ends with the result that stands; without one the author had an explanation. */
    public void close(IncidentNumber number) {
        incidents
                .change(number)
                .setOnce("result", IncidentResult.EXPLAINED)
                .set("closed_at", clock.instant())
                .apply();
        clocks.change(number.value(), IncidentHistory.SYSTEM, CaseClocks::stopAll);
        ledger.close(number.value());
        history.add(number, IncidentHistory.SYSTEM, "Инцидент закрыт", null);
        events.publishEvent(new CaseEnded(number));
    }

    /** What was promised is done. @param completedOn the day on which it was done */
    public void promiseKept(IncidentNumber number, LocalDate completedOn, String actor) {
        incidents.change(number).set("result", IncidentResult.SOLVED).apply();
        clocks.change(number.value(), actor, change -> change.stop(ClockKind.CONTROL));
        history.add(number, actor, "Обещание выполнено", "работы закончены " + RussianDates.day(completedOn));
    }

    /** The date of a promise has passed without proof. */
    public void promiseBroken(IncidentNumber number) {
        incidents.change(number).increment("broken_promises").apply();
        history.add(number, IncidentHistory.SYSTEM, "Обещание не выполнено к контрольной дате", null);
    }

    /** The same case, under the same number, once more. @return how many times it has been taken up again */
    public int reopen(IncidentNumber number) {
        incidents.change(number).set("executor_id", null).increment("reopen_no").apply();
        steps.stop(number, ClockKind.FEEDBACK, IncidentHistory.SYSTEM);
        bodyHas(number);
        history.add(number, IncidentHistory.SYSTEM, "Инцидент возобновлён", null);
        return incidents.find(number).orElseThrow().reopenNo();
    }

    private void bodyHas(IncidentNumber number) {
        String body = incidents.find(number).orElseThrow().bodyId();
        ledger.handOver(number.value(), body == null ? Party.CUR : Party.BODY, body == null ? CaseTerms.CUR : body);
    }

    /** What the author has said on the phone about a bad mark. */
    public void authorCalled(IncidentNumber number, String text, String actor) {
        history.add(number, actor, "Звонок автору об оценке", text);
    }

    /** What the curator has heard when he called because of a term. */
    public void executorCalled(IncidentNumber number, String text, String actor) {
        history.add(number, actor, "Звонок исполнителю о сроке", text);
    }

    /** What the head of the CUR has decided about a broken term. */
    public void breachResolved(IncidentNumber number, String decision, String text, String actor) {
        history.add(number, actor, decision, text);
    }
}
