package ru.cur.channel.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the files of answers as they were made. */
@Component
class BatchStore {
    private final JdbcClient jdbc;
    private final StreamedRows streamed;
    private final ObjectMapper json;
    private final Clock clock;
    private final ZoneId zone;

    BatchStore(JdbcClient jdbc, StreamedRows streamed, ObjectMapper json, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.streamed = streamed;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    /** @throws NothingThere when there is no such file */
    ExportBatch find(long id) {
        return jdbc.sql("select * from export_batch where id = ?")
                .param(id)
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingThere("Файла с таким номером нет."));
    }

    /** The latest first. */
    List<ExportBatch> latest(ExchangeSource source, int most) {
        return jdbc.sql("select * from export_batch where source = ? order by id desc limit ?")
                .params(source.code(), most)
                .query((row, i) -> read(row))
                .list();
    }

    /** Fields and titles as they were when the file was made, in their order. */
    Map<ExportField, String> columns(long id) {
        String stored = jdbc.sql("select columns from export_batch where id = ?")
                .param(id)
                .query(String.class)
                .single();
        try {
            Map<ExportField, String> columns = new LinkedHashMap<>();
            for (List<String> column : json.readValue(stored, new TypeReference<List<List<String>>>() {})) {
                columns.put(ExportField.valueOf(column.get(0)), column.get(1));
            }
            return columns;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines, one by one, in their order. */
    @Transactional(readOnly = true)
    void forEachLine(long id, Consumer<ExportLine> consumer) {
        streamed.sql("select * from export_line where batch_id = ? order by position")
                .param(id)
                .query(row -> {
                    consumer.accept(line(row));
                });
    }

    /** @throws ExchangeRefusal when that has been decided already */
    void decide(long id, ExportBatch.State state, String actor) {
        find(id);
        int decided = jdbc.sql(
                        "update export_batch set state = ?, decided_by = ?, decided_at = ? where id = ? and state = 'MADE'")
                .params(state.name(), actor, Timestamp.from(clock.instant()), id)
                .update();
        if (decided == 0) {
            throw new ExchangeRefusal("Загрузку этого файла уже подтвердили или отменили.");
        }
    }

    private ExportLine line(ResultSet row) throws SQLException {
        Timestamp answeredAt = row.getTimestamp("answered_at");
        return new ExportLine(
                row.getString("number"),
                row.getString("incident_number"),
                row.getString("status"),
                row.getString("answer"),
                answeredAt == null ? null : LocalDateTime.ofInstant(answeredAt.toInstant(), zone),
                row.getDate("promised_on") == null
                        ? null
                        : row.getDate("promised_on").toLocalDate(),
                row.getString("body"));
    }

    private static ExportBatch read(ResultSet row) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new ExportBatch(
                row.getLong("id"),
                ExchangeSource.of(row.getString("source")).orElseThrow(),
                ExportBatch.State.valueOf(row.getString("state")),
                row.getBoolean("restricted"),
                row.getInt("lines"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}
