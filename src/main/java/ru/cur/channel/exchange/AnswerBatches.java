package ru.cur.channel.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.platform.AuditedAct;
import ru.cur.platform.database.OneAtATime;

/**
 * Makes files of what the other system does not know yet: answers that wait in the queue, and cases whose status or answer is
 * another than in the last file that was confirmed. What is in a file that waits for its confirmation is in no other.
 */
@Component
class AnswerBatches {
    private static final String STATUS = "coalesce((select words from exchange_word where topic = 'STATUS'"
            + " and exchange_word.source = line.source and meaning = %s), %1$s)";

    private static final String FINGERPRINT = "md5(concat_ws('|', %s, %s, %s, line.body))";

    /**
     * An answer tells its own status, as its case still waits for the publication. A question or a notice is no answer of the
     * case: what it says need not be told again with the next status.
     */
    private static final String ANSWERS =
            "select answer.idempotency_key, line.source, line.number, line.incident_number,"
                    + " status.told as status, answer.text as answer, cast(:now as timestamptz) as answered_at, version.promised_on,"
                    + " line.body, line.restricted, "
                    + FINGERPRINT.formatted(
                            "status.told",
                            "case when version.kind in ('QUESTION', 'NOTICE') then line.answer else answer.text end",
                            "case when version.kind in ('QUESTION', 'NOTICE') then line.promised_on else version.promised_on end")
                    + " as fingerprint, 1 as rank, answer.queued_at"
                    + " from export_answer answer join exchange_line line on line.source = 'pos' and line.number = answer.number"
                    + " left join lateral (select kind, promised_on from answer version where version.incident_id = line.incident_id"
                    + " and version.text = answer.text order by version.version desc limit 1) version on true"
                    + " cross join lateral (select "
                    + STATUS.formatted("case version.kind when 'QUESTION' then 'CLARIFY'"
                            + " when 'INTERIM' then 'INTERIM' when 'NOTICE' then line.status_key else 'ANSWERED' end")
                    + " as told) status"
                    + " where line.source = :source and answer.batch_id is null";

    private static final String STATUSES =
            "select null as idempotency_key, line.source, line.number, line.incident_number,"
                    + " status.told as status, line.answer, line.answered_at, line.promised_on, line.body, line.restricted,"
                    + " fingerprint.now as fingerprint, 0 as rank, null as queued_at from exchange_line line"
                    + " cross join lateral (select " + STATUS.formatted("line.status_key") + " as told) status"
                    + " cross join lateral (select "
                    + FINGERPRINT.formatted("status.told", "line.answer", "line.promised_on")
                    + " as now) fingerprint"
                    + " left join export_state known on known.source = line.source and known.number = line.number"
                    + " where line.source = :source and known.fingerprint is distinct from fingerprint.now"
                    + " and not exists (select 1 from export_answer answer where line.source = 'pos' and answer.number = line.number"
                    + " and answer.told_at is null)"
                    + " and not exists (select 1 from export_line other join export_batch on export_batch.id = other.batch_id"
                    + " where other.number = line.number and export_batch.source = line.source and export_batch.state = 'MADE')";

    private static final String WAITING =
            "(" + ANSWERS + " union all " + STATUSES + ") waiting where (:all or not restricted)";

    private final MappingStore mappings;
    private final BatchStore batches;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnswerBatches(
            MappingStore mappings,
            BatchStore batches,
            JdbcClient jdbc,
            ObjectMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mappings = mappings;
        this.batches = batches;
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** What the next file would have. @param answers of the queue @param statuses of cases whose answer waits for nothing */
    record Waiting(int answers, int statuses) {
        public int all() {
            return answers + statuses;
        }
    }

    /** @param restricted whether restricted cases are counted, too */
    @Transactional(readOnly = true)
    Waiting waiting(ExchangeSource source, boolean restricted) {
        return jdbc.sql(
                        "select count(*) filter (where rank = 1) as answers, count(*) filter (where rank = 0) as statuses from "
                                + WAITING)
                .param("source", source.code())
                .param("all", restricted)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, i) -> new Waiting(row.getInt("answers"), row.getInt("statuses")))
                .single();
    }

    /**
     * Makes a file of all that waits.
     *
     * @param restricted whether restricted cases are in it, too
     * @return its number
     * @throws ExchangeRefusal when nothing waits
     */
    @Transactional
    long make(ExchangeSource source, boolean restricted, String actor) {
        OneAtATime.hold(jdbc, "export:" + source.code());
        forgetWhatPeopleHavePublished();
        long batch = jdbc.sql("insert into export_batch (source, state, columns, made_by, made_at)"
                        + " values (?, 'MADE', cast(? as jsonb), ?, ?) returning id")
                .params(source.code(), columns(source), actor, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        int lines = putLines(batch, source, restricted);
        if (lines == 0) {
            throw new ExchangeRefusal("Выгружать нечего: новых ответов и статусов нет.");
        }
        jdbc.sql("update export_batch set lines = ? where id = ?")
                .params(lines, batch)
                .update();
        events.publishEvent(
                new AuditedAct(actor, "EXPORT_MADE", "export %d, %s, %d lines".formatted(batch, source.code(), lines)));
        return batch;
    }

    private String columns(ExchangeSource source) {
        try {
            return json.writeValueAsString(mappings.of(source).exported().entrySet().stream()
                    .map(column -> List.of(column.getKey().name(), column.getValue()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody may have told the author in another way while his answer waited for a file. */
    private void forgetWhatPeopleHavePublished() {
        jdbc.sql(
                        "delete from export_answer where batch_id is null and exists (select 1 from publication"
                                + " where publication.idempotency_key = export_answer.idempotency_key and publication.state = 'PUBLISHED')")
                .update();
    }

    /** In one statement, so that lines, answers and marks are of one moment. */
    private int putLines(long batch, ExchangeSource source, boolean restricted) {
        return jdbc.sql("with waiting as (select * from " + WAITING + "), taken as (update export_answer"
                        + " set batch_id = :batch where idempotency_key in (select idempotency_key from waiting)),"
                        + " marked as (update export_batch set restricted = true where id = :batch"
                        + " and exists (select 1 from waiting where restricted))"
                        + " insert into export_line (batch_id, position, number, incident_number, status, answer, answered_at,"
                        + " promised_on, body, fingerprint) select :batch, row_number() over"
                        + " (order by incident_number, number, queued_at), number, incident_number, status, answer, answered_at,"
                        + " promised_on, body, fingerprint from waiting")
                .param("batch", batch)
                .param("source", source.code())
                .param("all", restricted)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** A person has brought the file to the other system, and the answers in it count as published from now on. */
    @Transactional
    void confirm(long id, String actor) {
        batches.decide(id, ExportBatch.State.CONFIRMED, actor);
        jdbc.sql("insert into export_state (source, number, fingerprint)"
                        + " select distinct on (line.number) source, line.number, fingerprint from export_line line"
                        + " join export_batch on export_batch.id = batch_id where batch_id = ?"
                        + " order by line.number, position desc"
                        + " on conflict (source, number) do update set fingerprint = excluded.fingerprint")
                .param(id)
                .update();
        events.publishEvent(new AuditedAct(actor, "EXPORT_CONFIRMED", "export " + id));
    }

    /** The file is not brought anywhere; what is in it goes with the next one. */
    @Transactional
    void cancel(long id, String actor) {
        batches.decide(id, ExportBatch.State.CANCELLED, actor);
        jdbc.sql("update export_answer set batch_id = null where batch_id = ?")
                .param(id)
                .update();
        events.publishEvent(new AuditedAct(actor, "EXPORT_CANCELLED", "export " + id));
    }
}
