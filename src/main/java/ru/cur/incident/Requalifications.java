package ru.cur.incident;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.Category;
import ru.cur.directory.Directory;
import ru.cur.platform.AuditedAct;

/** A case turns out to be about something else, to be somewhere else, or to be under other rules. */
@Service
@Transactional
public class Requalifications {
    /** While a body works; an answer that is on its way out is not called back. */
    private static final Set<IncidentStatus> STILL_WITH_A_BODY = EnumSet.of(
            IncidentStatus.REGISTERED,
            IncidentStatus.ROUTED,
            IncidentStatus.RETURNED,
            IncidentStatus.IN_PROGRESS,
            IncidentStatus.REWORK,
            IncidentStatus.APPROVAL,
            IncidentStatus.REOPENED);

    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final CaseTerms terms;
    private final CaseDecisions decisions;
    private final Appeals appeals;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    Requalifications(
            IncidentStore incidents,
            IncidentHistory history,
            CaseTerms terms,
            CaseDecisions decisions,
            Appeals appeals,
            Directory directory,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.incidents = incidents;
        this.history = history;
        this.terms = terms;
        this.decisions = decisions;
        this.appeals = appeals;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Severity and terms are decided anew and count from the original start; when another body is responsible by the rules
     * and none has answered yet, the case goes there.
     *
     * @throws CaseRefusal when the case has ended or is not sorted yet, category or place are unknown, the reason is none, an
     *     appeal has no line in the journal, or nothing would change
     */
    public void apply(IncidentNumber number, Requalification change, String actor) {
        Category category = category(change.categoryCode());
        String said = StatedReason.checked(change.reason(), "Напишите, почему меняете тему, место или режим");
        Incident before = incidents
                .findForChange(number)
                .orElseThrow(() -> new CaseRefusal("Инцидент %s не найден".formatted(number)));
        refuse(before, change);
        if (change.regime() == LegalRegime.APPEAL_59FZ && change.journal() != null) {
            appeals.register(number, change.journal(), actor);
        }
        Incident after = change(before, change, category, said, actor);
        restate(after, category, actor, said);
        if (isOfAnotherBody(before, after)) {
            reroute(after, actor);
        }
    }

    private Incident change(Incident before, Requalification change, Category category, String said, String actor) {
        IncidentNumber number = before.number();
        Severity severity = decisions.severity(before.dangerToLife(), Severity.valueOf(category.priority()));
        IncidentUpdate update = incidents
                .change(number)
                .set("category_code", change.categoryCode())
                .set("legal_regime", change.regime())
                .set("severity", severity);
        if (change.municipalityCode() != null) {
            update.set("municipality_code", change.municipalityCode());
        }
        if (change.address() != null) {
            update.set("address", change.address());
        }
        update.apply();
        String what = "Переквалификация: %s, %s"
                .formatted(category.name(), change.regime().title());
        history.add(number, actor, what, said);
        events.publishEvent(new AuditedAct(actor, "REQUALIFIED", number + ": " + what));
        if (severity != before.severity()) {
            events.publishEvent(new SeverityChanged(number, severity));
        }
        return incidents.find(number).orElseThrow();
    }

    private Category category(String code) {
        if (code == null || code.isBlank()) {
            throw new CaseRefusal("Выберите тему");
        }
        return Optional.of(code)
                .filter(typed -> typed.chars().noneMatch(Character::isISOControl))
                .flatMap(directory::category)
                .orElseThrow(() -> new CaseRefusal("Темы «%s» нет в справочнике".formatted(code)));
    }

    private void refuse(Incident incident, Requalification change) {
        if (incident.status().isFinal()) {
            throw new CaseRefusal("Инцидент %s завершён".formatted(incident.number()));
        }
        if (!incident.isSorted()) {
            throw new CaseRefusal("Сообщение ещё не разобрано: тему выберет оператор");
        }
        if (change.municipalityCode() != null
                && directory.municipality(change.municipalityCode(), today()).isEmpty()) {
            throw new CaseRefusal("Муниципалитета «%s» нет в справочнике".formatted(change.municipalityCode()));
        }
        if (change.categoryCode().equals(incident.categoryCode())
                && change.regime() == incident.legalRegime()
                && isKept(change.municipalityCode(), incident.municipalityCode())
                && isKept(change.address(), incident.address())) {
            throw new CaseRefusal("Тема, место и режим те же, что были");
        }
        if (change.regime() == LegalRegime.APPEAL_59FZ
                && change.journal() == null
                && !appeals.isRegistered(incident.number())) {
            throw new CaseRefusal("Обращение по 59-ФЗ вносят в журнал: укажите номер и дату регистрации");
        }
    }

    private static boolean isKept(String wanted, String present) {
        return wanted == null || Objects.equals(wanted, present);
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private void restate(Incident incident, Category category, String actor, String reason) {
        CaseFacts facts = new CaseFacts(
                incident.legalRegime(),
                incident.severity(),
                category.code(),
                category.firstAnswerTerm(),
                category.solutionTerm());
        DecidedTerms decided = decisions.terms(facts, decisions.termsVersion());
        terms.restate(incident.number(), decided, actor, reason);
        events.publishEvent(new TermsRestated(incident.number(), facts.severity(), facts, decided));
    }

    /** By the rules: whom a curator has chosen against them keeps the case while they stay the same. */
    private boolean isOfAnotherBody(Incident before, Incident after) {
        return STILL_WITH_A_BODY.contains(before.status())
                && before.marks().massNumber() == null
                && !byTheRules(before).equals(byTheRules(after));
    }

    private Optional<String> byTheRules(Incident incident) {
        return directory
                .responsibleFor(decisions.routing(incident.categoryCode()), incident.municipalityCode(), today())
                .map(responsible -> responsible.organisation().id());
    }

    private void reroute(Incident incident, String actor) {
        terms.rerouted(incident.number(), actor);
        incidents.change(incident.number()).set("body_id", null).apply();
        events.publishEvent(new CaseRerouted(incident.number(), incident.categoryCode(), incident.municipalityCode()));
    }
}
