package ru.cur.incident;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.sla.clock.CaseClocks;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.ledger.TimeLedger;

/** What an operator decides about a new message. */
@Service
@Transactional
public class Triage {
    private final IncidentStore incidents;
    private final MessageStore messages;
    private final IncidentHistory history;
    private final Repeats repeats;
    private final Clocks clocks;
    private final TimeLedger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Triage(
            IncidentStore incidents,
            MessageStore messages,
            IncidentHistory history,
            Repeats repeats,
            Clocks clocks,
            TimeLedger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.messages = messages;
        this.history = history;
        this.repeats = repeats;
        this.clocks = clocks;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the message is about.
     *
     * @param bodyId the responsible body where the operator knows it, null to find it by the rules
     * @param workSize how much work it is
     * @param restriction why only named people may see it, null when everybody may
     */
    public record Finding(
            String categoryCode,
            String municipalityCode,
            String address,
            String bodyId,
            Restriction restriction,
            WorkSize workSize) {}

    /** The message goes on to a responsible body. */
    public void accept(IncidentNumber number, Finding finding, boolean dangerToLife, String actor) {
        incidents
                .change(number)
                .set("category_code", finding.categoryCode())
                .set("municipality_code", finding.municipalityCode())
                .set("address", finding.address())
                .set("body_id", finding.bodyId())
                .set("danger_to_life", dangerToLife)
                .set("restriction", finding.restriction())
                .set("work_size", finding.workSize())
                .setOnce("triaged_at", clock.instant())
                .apply();
        repeats.of(number).ifPresent(earlier -> repeated(number, earlier));
        history.add(
                number, actor, dangerToLife ? "Сообщение разобрано: опасность для жизни" : "Сообщение разобрано", null);
    }

    private void repeated(IncidentNumber number, IncidentNumber earlier) {
        incidents.change(number).set("repeat_of", earlier.value()).apply();
        history.add(number, IncidentHistory.SYSTEM, "Повторное: автор уже писал об этом", "инцидент " + earlier);
    }

    /** The message is none of ours; {@link #reject} ends the case. */
    public void refuse(IncidentNumber number, String reasonCode, String reasonTitle, String text, String actor) {
        incidents
                .change(number)
                .set("reject_reason", reasonCode)
                .set("reject_text", text)
                .setOnce("triaged_at", clock.instant())
                .apply();
        history.add(number, actor, "Сообщение отклонено: " + reasonTitle, text);
    }

    /** Ends a refused case. */
    public void reject(IncidentNumber number) {
        incidents.change(number).set("closed_at", clock.instant()).apply();
        clocks.change(number.value(), IncidentHistory.SYSTEM, CaseClocks::stopAll);
        ledger.close(number.value());
        events.publishEvent(new CaseEnded(number));
    }

    /**
     * The message tells of what another open case is about; {@link #merge} brings them together.
     *
     * @throws CaseRefusal when the other case does not exist, is this one, has ended, or has its final answer: nobody would
     *     answer the message any more
     */
    public void attach(IncidentNumber number, String targetNumber, String actor) {
        Incident target = openTarget(number, targetNumber);
        if (target.status() == IncidentStatus.ANSWERED) {
            throw new CaseRefusal(
                    "Ответ по инциденту %s уже опубликован: присоедините сообщение к нему как к массовому, тогда ответ получит и этот автор"
                            .formatted(target.number()));
        }
        incidents
                .change(number)
                .set("master_number", target.number().value())
                .setOnce("triaged_at", clock.instant())
                .apply();
        history.add(number, actor, "Присоединено к инциденту " + target.number(), null);
        history.add(target.number(), actor, "Присоединён инцидент " + number, null);
    }

    /** The case that another one is to be attached to. @throws CaseRefusal when it does not exist, is this one, or has ended */
    Incident openTarget(IncidentNumber number, String targetNumber) {
        Incident target = target(targetNumber);
        if (target.number().equals(number)) {
            throw new CaseRefusal("Инцидент нельзя присоединить к самому себе: " + number);
        }
        if (target.closedAt() != null) {
            throw new CaseRefusal("Инцидент %s уже завершён, присоединить к нему нельзя".formatted(target.number()));
        }
        return target;
    }

    /** The case waits for the answers of another one: it is about the same thing. */
    void joined(IncidentNumber number, Incident main, String actor) {
        accept(
                number,
                new Finding(main.categoryCode(), main.municipalityCode(), main.address(), null, null, WorkSize.SMALL),
                main.dangerToLife(),
                actor);
        history.add(number, actor, "Присоединено к массовому инциденту " + main.number(), null);
        history.add(main.number(), actor, "Ответа ждёт инцидент " + number, null);
    }

    private Incident target(String targetNumber) {
        try {
            // Its answer may be on the way out: what comes too late for it must find the case closed.
            return incidents
                    .findForChange(new IncidentNumber(targetNumber))
                    .orElseThrow(() -> new CaseRefusal("Инцидент %s не найден".formatted(targetNumber)));
        } catch (IllegalArgumentException e) {
            throw new CaseRefusal(
                    "«%s» — не номер инцидента. Номер выглядит так: ПК-2026-000123".formatted(targetNumber));
        }
    }

    /** Moves the messages to the case chosen in {@link #attach}: its answers are theirs. */
    public void merge(IncidentNumber number) {
        messages.move(number, incidents.masterOf(number));
        incidents.change(number).set("closed_at", clock.instant()).apply();
        clocks.change(number.value(), IncidentHistory.SYSTEM, CaseClocks::stopAll);
        ledger.close(number.value());
        events.publishEvent(new CaseEnded(number));
    }
}
