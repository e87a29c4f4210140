package ru.cur.incident;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.Directory;
import ru.cur.incident.CaseClockActs.Decider;
import ru.cur.incident.CaseClockActs.Extension;
import ru.cur.sla.RussianDates;
import ru.cur.sla.Term;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockReading;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Limit;

/** A body asks for more time, the CUR decides. The clocks run meanwhile. One request of a case is open at a time. */
@Service
@Transactional
public class TimeRequests {
    private static final String REASON_MISSING = "Объясните, почему нужно больше времени";
    private static final String OPEN =
            " state = 'OPEN' and incident_id = (select id from incident where number = :number)";

    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final CasePromises promises;
    private final PromiseNotices notices;
    private final CaseClockActs acts;
    private final CaseAttachments attachments;
    private final Clocks clocks;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    TimeRequests(
            IncidentStore incidents,
            IncidentHistory history,
            CasePromises promises,
            PromiseNotices notices,
            CaseClockActs acts,
            CaseAttachments attachments,
            Clocks clocks,
            Directory directory,
            JdbcClient jdbc,
            Clock clock,
            ZoneId zone) {
        this.incidents = incidents;
        this.history = history;
        this.promises = promises;
        this.notices = notices;
        this.acts = acts;
        this.attachments = attachments;
        this.clocks = clocks;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** More time for the answer. @throws CaseRefusal when the reason is none */
    public void askExtension(IncidentNumber number, Term term, String reason, String actor) {
        String said = StatedReason.checked(reason, REASON_MISSING);
        add(number, term, null, said, null, actor);
        history.add(number, actor, "Запрошено продление срока: " + term.title(), said);
    }

    /**
     * Another date for what was promised.
     *
     * @param documentUrl link to the plan that justifies a long delay; null without one
     * @throws CaseRefusal when the reason is none, or nobody may promise that date
     */
    public void askMove(IncidentNumber number, LocalDate day, String reason, String documentUrl, String actor) {
        String said = StatedReason.checked(reason, REASON_MISSING);
        ClockReading control = clocks.open(number.value(), ClockKind.CONTROL).orElseThrow();
        if (!day.isAfter(LocalDate.ofInstant(control.due(), zone))) {
            throw new CaseRefusal("Новая дата должна быть позже прежней");
        }
        promises.check(number, day, LocalDate.ofInstant(control.clock().startedAt(), zone), documentUrl != null);
        add(number, null, day, said, documentUrl, actor);
        if (documentUrl != null) {
            attachments.add(number, CaseAttachments.DOCUMENT, "Обоснование переноса срока", documentUrl, actor);
        }
        history.add(number, actor, "Запрошен перенос контрольной даты на " + RussianDates.day(day), said);
    }

    private void add(IncidentNumber number, Term term, LocalDate day, String reason, String documentUrl, String actor) {
        lapse(number);
        jdbc.sql("insert into time_request (incident_id, kind, term, day, reason, document_url, state, requested_by,"
                        + " requested_at) select id, :kind, :term, :day, :reason, :document, 'OPEN', :actor, :at"
                        + " from incident where number = :number")
                .param("kind", day == null ? "EXTENSION" : "MOVE")
                .param("term", term == null ? null : term.toString())
                .param("day", day == null ? null : Date.valueOf(day))
                .param("reason", reason)
                .param("document", documentUrl)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("number", number.value())
                .update();
    }

    /** Gives the answer the time that was asked for, in the decider's name; a curator who is no head decides. */
    public void grantExtension(IncidentNumber number, ClockKind kind, String actor) {
        TimeRequest request = mustBeOpen(number);
        String seen = clocks.open(number.value(), kind).map(ClockReading::seen).orElse(null);
        acts.extend(number, new Extension(kind, request.term(), request.reason(), seen), new Decider(actor, false));
        close(request, "GRANTED", null, actor);
    }

    /** Agrees with another date, which holds when it is {@link #move moved}. */
    public void agree(IncidentNumber number, String actor) {
        TimeRequest request = mustBeOpen(number);
        jdbc.sql("update time_request set decided_by = :actor, decided_at = :at where id = :id")
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", request.id())
                .update();
        history.add(number, actor, "Согласован перенос на " + RussianDates.day(request.day()), null);
    }

    /** Whether the date that is asked for takes the consent of the head of the CUR. */
    public boolean isLong(IncidentNumber number) {
        return PromiseTerms.isLong(
                mustBeOpen(number).day(), clock.instant().atZone(zone).toLocalDate());
    }

    /** The date that was agreed holds, in the name of the one who agreed last. */
    public void move(IncidentNumber number) {
        TimeRequest request = mustBeOpen(number);
        String bodyId = incidents.find(number).orElseThrow().bodyId();
        incidents.change(number).increment("date_moves").apply();
        clocks.change(
                number.value(),
                request.decidedBy(),
                change -> change.restate(
                        ClockKind.CONTROL,
                        new Limit.Until(request.day()),
                        null,
                        bodyId,
                        "контрольная дата перенесена: " + request.reason()));
        close(request, "GRANTED", null, request.decidedBy());
        history.add(
                number,
                request.decidedBy(),
                "Контрольная дата перенесена на " + RussianDates.day(request.day()),
                "%s; запросил %s".formatted(request.reason(), directory.fullName(request.requestedBy())));
        notices.moved(number, request.day());
    }

    /** Nothing changes but that the body knows why. @throws CaseRefusal when the reason is none */
    public void refuse(IncidentNumber number, String reason, String actor) {
        String said = StatedReason.checked(reason, "Напишите органу, почему отказываете");
        TimeRequest request = mustBeOpen(number);
        close(request, "REFUSED", said, actor);
        history.add(
                number,
                actor,
                request.isMove() ? "Отказано в переносе контрольной даты" : "Отказано в продлении срока",
                said);
    }

    /** Nobody has decided in time, or there is nothing left to decide. */
    public void lapse(IncidentNumber number) {
        jdbc.sql("update time_request set state = 'LAPSED' where" + OPEN)
                .param("number", number.value())
                .update();
    }

    private void close(TimeRequest request, String state, String decision, String actor) {
        jdbc.sql("update time_request set state = :state, decision = :decision, decided_by = :actor, decided_at = :at"
                        + " where id = :id")
                .param("state", state)
                .param("decision", decision)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", request.id())
                .update();
    }

    private TimeRequest mustBeOpen(IncidentNumber number) {
        return open(number).orElseThrow(() -> new CaseRefusal("Запрос времени уже закрыт"));
    }

    /** What waits for a decision. */
    @Transactional(readOnly = true)
    public Optional<TimeRequest> open(IncidentNumber number) {
        List<TimeRequest> found = jdbc.sql("select * from time_request where" + OPEN)
                .param("number", number.value())
                .query((row, i) -> read(row, number))
                .list();
        return found.stream().findFirst();
    }

    private static TimeRequest read(ResultSet row, IncidentNumber number) throws SQLException {
        String term = row.getString("term");
        return new TimeRequest(
                row.getLong("id"),
                number,
                term == null ? null : Term.parse(term),
                row.getObject("day", LocalDate.class),
                row.getString("reason"),
                row.getString("document_url"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("decided_by"));
    }
}
