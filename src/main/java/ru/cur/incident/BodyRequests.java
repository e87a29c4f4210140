package ru.cur.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.Directory;
import ru.cur.directory.Organisation;
import ru.cur.incident.BodyRequest.Kind;
import ru.cur.incident.BodyRequest.State;
import ru.cur.sla.clock.ClockKind;

/**
 * What the responsible body asks of others: a part of the work, or documents. The responsible body answers for the whole case
 * and for its whole time, whoever works on a part: the ledger charges each second to one party, so it stays with that body.
 */
// Every change locks the case first: two bodies that answer at the same moment must not both believe that the other is
// still at work.
@Service
@Transactional
public class BodyRequests {
    private static final String REQUESTS =
            "select r.*, i.number from body_request r join incident i on i.id = r.incident_id where ";
    private static final String IN_ORDER = " order by r.id";

    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final CaseAttachments attachments;
    private final StepClocks steps;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    BodyRequests(
            IncidentStore incidents,
            IncidentHistory history,
            CaseAttachments attachments,
            StepClocks steps,
            Directory directory,
            JdbcClient jdbc,
            Clock clock,
            ZoneId zone) {
        this.incidents = incidents;
        this.history = history;
        this.attachments = attachments;
        this.steps = steps;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Asks another body. The term for documents begins.
     *
     * @return id of the request
     * @throws CaseRefusal when there is no such body today, it is the responsible one, or it has been asked already
     */
    public long ask(IncidentNumber number, Kind kind, String bodyId, String text, String actor) {
        Incident incident = incidents.findForChange(number).orElseThrow();
        String name = askable(incident, kind, bodyId).shortName();
        long id = jdbc.sql(
                        "insert into body_request (incident_id, kind, body_id, text, state, requested_by, requested_at)"
                                + " select id, :kind, :body, :text, 'OPEN', :actor, :at from incident where number = :number"
                                + " returning id")
                .param("kind", kind.name())
                .param("body", bodyId)
                .param("text", text)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("number", number.value())
                .query(Long.class)
                .single();
        if (kind == Kind.DOCUMENTS) {
            steps.start(number, ClockKind.DOCUMENTS, bodyId, actor);
        }
        history.add(
                number,
                actor,
                (kind == Kind.PART ? "Привлечён соисполнитель: " : "Запрошены документы: ") + name,
                text);
        return id;
    }

    private Organisation askable(Incident incident, Kind kind, String bodyId) {
        Organisation body = directory.organisations(clock.instant().atZone(zone).toLocalDate()).stream()
                .filter(organisation -> organisation.id().equals(bodyId))
                .findFirst()
                .orElseThrow(() -> new CaseRefusal("Организация «%s» не найдена в справочнике".formatted(bodyId)));
        if (bodyId.equals(incident.bodyId()) || bodyId.equals(CaseTerms.CUR)) {
            throw new CaseRefusal(
                    "«%s» и так отвечает за инцидент: выберите другую организацию".formatted(body.shortName()));
        }
        if (open(incident.number(), kind).stream()
                .anyMatch(request -> request.bodyId().equals(bodyId))) {
            throw new CaseRefusal("«%s» уже получила такой запрос и ещё не ответила".formatted(body.shortName()));
        }
        return body;
    }

    /**
     * The body has done what it was asked for, or says why it does not.
     *
     * @param done false when it declines
     * @param url link to a photo or document, null without one
     * @throws CaseRefusal when the request is closed
     */
    public void answer(long id, boolean done, String text, String url, String actor) {
        BodyRequest request = close(id, done ? State.DONE : State.DECLINED, text, url, actor);
        boolean part = request.kind() == Kind.PART;
        if (url != null) {
            attachments.add(
                    request.number(),
                    part ? CaseAttachments.EVIDENCE : CaseAttachments.DOCUMENT,
                    request.kind().title() + ": " + name(request),
                    url,
                    actor);
        }
        String kind = part
                ? done ? "Соисполнитель выполнил свою часть: " : "Соисполнитель отказался: "
                : done ? "Документы представлены: " : "Документов нет: ";
        history.add(request.number(), actor, kind + name(request), text);
    }

    /** The request is no longer needed. @throws CaseRefusal when it is closed */
    public void withdraw(long id, String reason, String actor) {
        BodyRequest request = close(id, State.WITHDRAWN, reason, null, actor);
        history.add(
                request.number(),
                actor,
                (request.kind() == Kind.PART ? "Соисполнитель отозван: " : "Запрос документов отозван: ")
                        + name(request),
                reason);
    }

    /** The term is over and nobody has answered; nothing happens to a request that is closed. */
    public void overdue(long id) {
        if (find(id).orElseThrow().state() == State.OPEN) {
            BodyRequest request = close(id, State.OVERDUE, null, null, IncidentHistory.SYSTEM);
            history.add(
                    request.number(),
                    IncidentHistory.SYSTEM,
                    "Документы не представлены в срок: " + name(request),
                    null);
        }
    }

    /** The responsible body works on the case no more: nobody else does for it. @return what was open until now */
    public List<BodyRequest> closeAll(IncidentNumber number, String reason) {
        incidents.hold(number);
        List<BodyRequest> open = of(number).stream()
                .filter(request -> request.state() == State.OPEN)
                .toList();
        open.forEach(request -> withdraw(request.id(), reason, IncidentHistory.SYSTEM));
        return open;
    }

    private BodyRequest close(long id, State state, String text, String url, String actor) {
        IncidentNumber number = find(id).orElseThrow().number();
        incidents.hold(number);
        int closed = jdbc.sql(
                        "update body_request set state = :state, answer = :text, answer_url = :url, closed_by = :actor,"
                                + " closed_at = :at where id = :id and state = 'OPEN'")
                .param("state", state.name())
                .param("text", text)
                .param("url", url)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (closed == 0) {
            throw new CaseRefusal("Запрос уже закрыт");
        }
        BodyRequest request = find(id).orElseThrow();
        if (request.kind() == Kind.DOCUMENTS) {
            steps.stop(number, ClockKind.DOCUMENTS, actor);
        }
        return request;
    }

    private String name(BodyRequest request) {
        return directory.organisation(request.bodyId()).orElseThrow().shortName();
    }

    /** Those that nobody has answered yet, oldest first. Whoever acts on the case meanwhile waits until this transaction ends. */
    public List<BodyRequest> openForChange(IncidentNumber number, Kind kind) {
        incidents.hold(number);
        return open(number, kind);
    }

    private List<BodyRequest> open(IncidentNumber number, Kind kind) {
        return of(number).stream()
                .filter(request -> request.kind() == kind && request.state() == State.OPEN)
                .toList();
    }

    /** All of the case, oldest first. */
    @Transactional(readOnly = true)
    public List<BodyRequest> of(IncidentNumber number) {
        return jdbc.sql(REQUESTS + "i.number = :number" + IN_ORDER)
                .param("number", number.value())
                .query(BodyRequests::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<BodyRequest> find(long id) {
        return jdbc.sql(REQUESTS + "r.id = :id")
                .param("id", id)
                .query(BodyRequests::read)
                .optional();
    }

    private static BodyRequest read(ResultSet row, int index) throws SQLException {
        return new BodyRequest(
                row.getLong("id"),
                new IncidentNumber(row.getString("number")),
                Kind.valueOf(row.getString("kind")),
                row.getString("body_id"),
                row.getString("text"),
                State.valueOf(row.getString("state")),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("answer"),
                row.getString("answer_url"));
    }
}
