package ru.cur.channel.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.platform.AuditedAct;

/** The imports and what people do with them. What people read and what nodes work on is the same table. */
@Component
class ImportRuns {
    /** What has become of the rows of an import so far; those that are done have been counted for good. */
    private static final String COUNTS = "select count(*) filter (where state = 'CREATED') as created,"
            + " count(*) filter (where state = 'KNOWN') as repeated, count(*) filter (where state = 'FAILED') as failed"
            + " from import_row where run_id = import_run.id";

    private static final String RUN = "select import_run.*, live.created as created_now, live.repeated as repeated_now,"
            + " live.failed as failed_now from import_run cross join lateral (" + COUNTS
            + " and import_run.state in ('RUNNING', 'STOPPED')) live ";

    private final JdbcClient jdbc;
    private final StreamedRows streamed;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportRuns(
            JdbcClient jdbc, StreamedRows streamed, ObjectMapper json, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.streamed = streamed;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** A row as a preview shows it. @param known whether its message was taken in before */
    record PreviewRow(int row, boolean known, ImportedMessage message) {}

    /** A row that was not registered. @param number in the other system; null when it has none */
    record BadRow(int row, String number, List<RowProblem> problems) {}

    /** @throws NothingThere when there is no such import */
    ImportRun find(long id) {
        return jdbc.sql(RUN + "where import_run.id = ?")
                .param(id)
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingThere("Загрузки с таким номером нет."));
    }

    /** The latest first. */
    List<ImportRun> latest(int most) {
        return jdbc.sql(RUN + "order by import_run.id desc limit ?")
                .param(most)
                .query((row, i) -> read(row))
                .list();
    }

    /** The first rows that will be registered, as they were understood. */
    List<PreviewRow> preview(long id, int most) {
        return jdbc.sql("select row_no, known, message from import_row where run_id = ? and state = 'READY'"
                        + " order by row_no limit ?")
                .params(id, most)
                .query((row, i) -> new PreviewRow(
                        row.getInt("row_no"), row.getBoolean("known"), message(row.getString("message"))))
                .list();
    }

    List<BadRow> firstBad(long id, int most) {
        return jdbc.sql(
                        "select row_no, number, problems from import_row where run_id = ? and state in ('BAD', 'FAILED')"
                                + " order by row_no limit ?")
                .params(id, most)
                .query((row, i) -> badRow(row))
                .list();
    }

    /** All of them, one by one, in their order. */
    @Transactional(readOnly = true)
    void forEachBad(long id, Consumer<BadRow> consumer) {
        streamed.sql("select row_no, number, problems from import_row where run_id = ? and state in ('BAD', 'FAILED')"
                        + " order by row_no")
                .param(id)
                .query(row -> {
                    consumer.accept(badRow(row));
                });
    }

    /** What a person decides about an import. */
    enum Act {
        CONFIRMED(RunState.RUNNING, "Эту загрузку уже подтвердили или отменили.", RunState.PREVIEW),
        CANCELLED(RunState.CANCELLED, "Эту загрузку уже подтвердили или отменили.", RunState.PREVIEW),
        STOPPED(RunState.STOPPED, "Эта загрузка сейчас не идёт.", RunState.RUNNING),
        RESUMED(RunState.RUNNING, "Эта загрузка не остановлена.", RunState.STOPPED),
        RETRIED(RunState.RUNNING, "Сначала дождитесь конца загрузки.", RunState.DONE, RunState.STOPPED);

        private final RunState to;
        private final String refusal;
        private final List<String> from;

        Act(RunState to, String refusal, RunState... from) {
            this.to = to;
            this.refusal = refusal;
            this.from = Stream.of(from).map(RunState::name).toList();
        }
    }

    /** @throws ExchangeRefusal when the import is not where this can be done @throws NothingThere when there is none */
    @Transactional
    void decide(long id, Act act, String actor) {
        find(id);
        int moved = jdbc.sql(
                        "update import_run set state = :to, finished_at = null where id = :id and state in (:from)")
                .param("to", act.to.name())
                .param("id", id)
                .param("from", act.from)
                .update();
        if (moved == 0) {
            throw new ExchangeRefusal(act.refusal);
        }
        switch (act) {
            case CONFIRMED -> sign(id, actor);
            case RETRIED -> giveFailedRowsAnotherTry(id);
            case CANCELLED ->
                jdbc.sql("delete from import_row where run_id = ?").param(id).update();
            case STOPPED, RESUMED -> {
                // The state says it all: rows are registered while it is RUNNING.
            }
        }
        events.publishEvent(new AuditedAct(actor, "IMPORT_" + act.name(), "import " + id));
    }

    /** The history of each case names him. */
    private void sign(long id, String actor) {
        jdbc.sql("update import_run set confirmed_by = ?, confirmed_at = ? where id = ?")
                .params(actor, Timestamp.from(clock.instant()), id)
                .update();
    }

    private void giveFailedRowsAnotherTry(long id) {
        jdbc.sql(
                        "update import_row set state = 'READY', tries = 0, problems = null where run_id = ? and state = 'FAILED'")
                .param(id)
                .update();
    }

    private BadRow badRow(ResultSet row) throws SQLException {
        return new BadRow(row.getInt("row_no"), row.getString("number"), problems(row.getString("problems")));
    }

    private ImportedMessage message(String stored) {
        try {
            return json.readValue(stored, ImportedMessage.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RowProblem> problems(String stored) {
        try {
            return json.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those without a row to come; a row that another node works on is still to come. */
    void finish() {
        jdbc.sql("update import_run set state = 'DONE', finished_at = ?, (created, repeated, failed) = (" + COUNTS
                        + ") where state = 'RUNNING' and not exists (select 1 from import_row"
                        + " where run_id = import_run.id and import_row.state = 'READY')")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static ImportRun read(ResultSet row) throws SQLException {
        Timestamp finishedAt = row.getTimestamp("finished_at");
        RunState state = RunState.valueOf(row.getString("state"));
        String now = state == RunState.RUNNING || state == RunState.STOPPED ? "_now" : "";
        return new ImportRun(
                row.getLong("id"),
                ExchangeSource.of(row.getString("source")).orElseThrow(),
                row.getString("file_name"),
                row.getLong("file_size"),
                state,
                row.getInt("good"),
                row.getInt("known"),
                row.getInt("bad"),
                row.getInt("created" + now),
                row.getInt("repeated" + now),
                row.getInt("failed" + now),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("confirmed_by"),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
