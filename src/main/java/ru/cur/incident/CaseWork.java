package ru.cur.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.BodyKind;
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
    private final JdbcClient jdbc;
    private final Clock clock;
    private final java.time.ZoneId zone;

    CaseWork(
            IncidentStore incidents,
            IncidentHistory history,
            Directory directory,
            TimeLedger ledger,
            JdbcClient jdbc,
            Clock clock,
            java.time.ZoneId zone) {
        this.incidents = incidents;
        this.history = history;
        this.directory = directory;
        this.ledger = ledger;
        this.jdbc = jdbc;
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

    /** The body takes the case on. */
    public void accepted(IncidentNumber number, String executorId) {
        incidents
                .change(number)
                .set("executor_id", executorId)
                .setOnce("accepted_at", clock.instant())
                .apply();
        history.add(number, executorId, "Принято к работе", null);
    }

    /** The body says that the case is not its own. @param suggestedBodyId whose it is by its opinion, may be null */
    public void returned(IncidentNumber number, String reasonTitle, String text, String suggestedBodyId, String actor) {
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
    }

    /** Nobody can be given the case: it is sorted once more. */
    public void backToTriage(IncidentNumber number, String why, String actor) {
        history.add(number, actor, "Возвращено на разбор", why);
    }

    /**
     * What was done.
     *
     * @param result what will stand as the result of the case if nothing changes it
     * @param evidenceUrl link to a photo; null without one
     */
    public void reported(IncidentNumber number, IncidentResult result, String text, String evidenceUrl, String actor) {
        incidents.change(number).set("result", result).apply();
        addEvidence(number, evidenceUrl, actor);
        history.add(number, actor, "Отчёт о работе", text);
    }

    /** Keeps a link to a proof, or marks the file that it leads to; a missing link is no proof and changes nothing. */
    public void addEvidence(IncidentNumber number, String url, String actor) {
        if (url != null && !isFileOfTheCase(number, url)) {
            addLink(number, url, actor);
        }
    }

    private boolean isFileOfTheCase(IncidentNumber number, String url) {
        OptionalLong file = AttachmentAddress.idIn(url, number);
        return file.isPresent()
                && jdbc.sql("update attachment set kind = 'EVIDENCE' where id = :id and file_name is not null"
                                        + " and incident_id = (select id from incident where number = :number)")
                                .param("id", file.getAsLong())
                                .param("number", number.value())
                                .update()
                        > 0;
    }

    private void addLink(IncidentNumber number, String url, String actor) {
        jdbc.sql(
                        "insert into attachment (incident_id, kind, url, title, added_by, added_at)"
                                + " select id, 'EVIDENCE', :url, 'Подтверждение работ', :actor, :at from incident where number = :number")
                .param("url", url)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("number", number.value())
                .update();
    }
}
