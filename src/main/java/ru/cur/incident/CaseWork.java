package ru.cur.incident;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.BodyKind;
import ru.cur.directory.Category;
import ru.cur.directory.Directory;
import ru.cur.directory.Responsible;
import ru.cur.sla.ledger.Party;
import ru.cur.sla.ledger.TimeLedger;

/** Who works on a case, and what he says of the work. */
@Service
@Transactional
public class CaseWork {
    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final Directory directory;
    private final TimeLedger ledger;
    private final CaseAttachments attachments;
    private final Clock clock;
    private final java.time.ZoneId zone;

    CaseWork(
            IncidentStore incidents,
            IncidentHistory history,
            Directory directory,
            TimeLedger ledger,
            CaseAttachments attachments,
            Clock clock,
            java.time.ZoneId zone) {
        this.incidents = incidents;
        this.history = history;
        this.directory = directory;
        this.ledger = ledger;
        this.attachments = attachments;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The body that must act: the one the operator named, else the one that the directory finds for the kind and the place.
     *
     * @return id of the body; empty when a person must choose
     */
    public Optional<String> resolveBody(IncidentNumber number, BodyKind kind) {
        Incident incident = incidents.find(number).orElseThrow();
        if (incident.bodyId() != null) {
            send(number, incident.bodyId(), IncidentHistory.SYSTEM, "Исполнитель указан оператором");
            return Optional.of(incident.bodyId());
        }
        Optional<Responsible> responsible = directory.responsibleFor(
                kind, incident.municipalityCode(), clock.instant().atZone(zone).toLocalDate());
        Optional<Responsible> lawful = responsible.filter(
                found -> !found.organisation().id().equals(incident.marks().complaintAgainstId()));
        if (lawful.isEmpty()) {
            ledger.handOver(number.value(), Party.CUR, CaseTerms.CUR);
        }
        lawful.ifPresent(found -> send(number, found.organisation().id(), IncidentHistory.SYSTEM, found.explanation()));
        return lawful.map(found -> found.organisation().id());
    }

    /**
     * Sends the case to a body.
     *
     * @throws CaseRefusal when there is no such body, or it is the one that the appeal complains about (59-FZ, article 8, part 6)
     */
    public void send(IncidentNumber number, String bodyId, String actor, String why) {
        if (bodyId.equals(incidents.find(number).orElseThrow().marks().complaintAgainstId())) {
            throw new CaseRefusal("Жалобу нельзя направить тому, на кого жалуются (статья 8, часть 6 59-ФЗ)");
        }
        String body = directory
                .organisation(bodyId)
                .orElseThrow(() -> new CaseRefusal("Организация «%s» не найдена в справочнике".formatted(bodyId)))
                .shortName();
        incidents
                .change(number)
                .set("body_id", bodyId)
                .set("executor_id", null)
                .setOnce("routed_at", clock.instant())
                .apply();
        ledger.handOver(number.value(), Party.BODY, bodyId);
        history.add(number, actor, "Направлено: " + body, why);
    }

    /**
     * Who will work on a case.
     *
     * @param login of a person of the body
     * @param insteadOf full name of the one whom he stands in for; null when he was meant himself
     */
    public record Executor(String login, String insteadOf) {}

    /** The body takes the case on. @param actor login of the one who decides that */
    public void accepted(IncidentNumber number, Executor executor, String actor) {
        incidents
                .change(number)
                .set("executor_id", executor.login())
                .setOnce("accepted_at", clock.instant())
                .apply();
        history.add(number, actor, "Принято к работе", words(executor, actor));
    }

    private String words(Executor executor, String actor) {
        if (executor.login().equals(actor) && executor.insteadOf() == null) {
            return null;
        }
        String name = "исполнитель – " + directory.fullName(executor.login());
        return executor.insteadOf() == null
                ? name
                : name + ", замещает отсутствующего сотрудника: " + executor.insteadOf();
    }

    /**
     * The body says that the case is not its own. Its clocks go on.
     *
     * @param suggestedBodyId whose it is by its opinion, may be null
     * @return how often bodies have returned the case, this time included
     */
    public int returned(IncidentNumber number, String reasonTitle, String text, String suggestedBodyId, String actor) {
        incidents.change(number).increment("returns").apply();
        ledger.handOver(number.value(), Party.CUR, CaseTerms.CUR);
        String suggestion = suggestedBodyId == null
                ? ""
                : " Предложен исполнитель: "
                        + directory
                                .organisation(suggestedBodyId)
                                .map(o -> o.shortName())
                                .orElse(suggestedBodyId);
        history.add(number, actor, "Возвращено: " + reasonTitle, text + suggestion);
        return incidents.returns(number);
    }

    /** Nobody can be given the case: it is sorted once more. */
    public void backToTriage(IncidentNumber number, String why, String actor) {
        history.add(number, actor, "Возвращено на разбор", why);
    }

    /** What was done. @throws CaseRefusal when the category of the case needs evidence that is missing */
    public void reported(IncidentNumber number, WorkReport report, String actor) {
        if (report.result() == IncidentResult.SOLVED && evidenceRequired(number)) {
            report.evidence().mustBeComplete();
        }
        incidents
                .change(number)
                .set("result", report.result())
                .set("refusal_ground", report.ground())
                .apply();
        addEvidence(number, report.evidence().photoBeforeUrl(), "Фото «до»", actor);
        addEvidence(number, report.evidence().photoAfterUrl(), "Фото «после» или акт", actor);
        history.add(number, actor, "Отчёт о работе", report.words());
    }

    /** Whether work on the case counts only with photos, place and date. */
    @Transactional(readOnly = true)
    public boolean evidenceRequired(IncidentNumber number) {
        return Optional.ofNullable(incidents.find(number).orElseThrow().categoryCode())
                .flatMap(directory::category)
                .filter(Category::evidenceRequired)
                .isPresent();
    }

    /** Keeps a link to a proof; a missing link is no proof and changes nothing. @param title what it is, in Russian */
    public void addEvidence(IncidentNumber number, String url, String title, String actor) {
        if (url != null) {
            attachments.add(number, CaseAttachments.EVIDENCE, title, url, actor);
        }
    }

    /** Keeps a link to what justifies a decision; a missing link changes nothing. @param title what it is, in Russian */
    public void addDocument(IncidentNumber number, String url, String title, String actor) {
        if (url != null) {
            attachments.add(number, CaseAttachments.DOCUMENT, title, url, actor);
        }
    }

    /** The head of the body has yet to endorse the draft: the body still has the case. */
    public void awaitsEndorsement(IncidentNumber number) {
        ledger.handOver(
                number.value(), Party.BODY, incidents.find(number).orElseThrow().bodyId());
    }

    /** He has: the CUR has it now. */
    public void endorsed(IncidentNumber number, String actor) {
        ledger.handOver(number.value(), Party.APPROVAL, CaseTerms.CUR);
        history.add(number, actor, "Ответ утверждён руководителем органа", null);
    }

    /** The head of the CUR lets the body promise for a long time. */
    public void longPromiseAllowed(IncidentNumber number, String actor) {
        history.add(number, actor, "Обещание дольше %d дней разрешено".formatted(PromiseTerms.LONG_DAYS), null);
    }
}
