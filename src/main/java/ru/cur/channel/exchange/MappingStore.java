package ru.cur.channel.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.platform.AuditedAct;

/** Keeps how files are read and written. */
@Component
class MappingStore {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MappingStore(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Mapping of(ExchangeSource source) {
        Map<ImportField, String> imported = new EnumMap<>(ImportField.class);
        Map<ExportField, String> exported = new LinkedHashMap<>();
        jdbc.sql("select way, field, title from exchange_column where source = ? order by position, field")
                .param(source.code())
                .query(row -> {
                    if (row.getString("way").equals("IN")) {
                        imported.put(ImportField.valueOf(row.getString("field")), row.getString("title"));
                    } else {
                        exported.put(ExportField.valueOf(row.getString("field")), row.getString("title"));
                    }
                });
        return jdbc.sql("select * from exchange_source where source = ?")
                .param(source.code())
                .query((row, i) -> read(source, row, imported, exported))
                .single();
    }

    private Mapping read(
            ExchangeSource source, ResultSet row, Map<ImportField, String> imported, Map<ExportField, String> exported)
            throws SQLException {
        return new Mapping(
                source,
                ZoneId.of(row.getString("zone")),
                row.getString("date_format"),
                imported,
                exported,
                words(source),
                row.getInt("version"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }

    private Map<WordTopic, Map<String, String>> words(ExchangeSource source) {
        Map<WordTopic, Map<String, String>> words = new EnumMap<>(WordTopic.class);
        jdbc.sql("select topic, meaning, words from exchange_word where source = ?")
                .param(source.code())
                .query(row -> {
                    words.computeIfAbsent(WordTopic.valueOf(row.getString("topic")), topic -> new LinkedHashMap<>())
                            .put(row.getString("meaning"), row.getString("words"));
                });
        return words;
    }

    /**
     * Puts another mapping in the place of the one that its author has seen.
     *
     * @throws ExchangeRefusal when somebody else has changed it since
     */
    @Transactional
    void change(Mapping mapping) {
        String source = mapping.source().code();
        int changed = jdbc.sql("update exchange_source set zone = :zone, date_format = :format, version = version + 1,"
                        + " changed_by = :actor, changed_at = :at where source = :source and version = :version")
                .param("zone", mapping.zone().getId())
                .param("format", mapping.dateFormat())
                .param("actor", mapping.changedBy())
                .param("at", Timestamp.from(clock.instant()))
                .param("source", source)
                .param("version", mapping.version())
                .update();
        if (changed == 0) {
            throw new ExchangeRefusal(
                    "Столбцы уже изменил кто-то другой. Откройте страницу заново и повторите правку.");
        }
        putColumns(mapping);
        putWords(mapping);
        events.publishEvent(new AuditedAct(mapping.changedBy(), "EXCHANGE_MAPPING_CHANGED", source));
    }

    private void putColumns(Mapping mapping) {
        jdbc.sql("delete from exchange_column where source = ?")
                .param(mapping.source().code())
                .update();
        mapping.imported().forEach((field, title) -> putColumn(mapping.source(), "IN", field.name(), title, 0));
        int position = 0;
        for (Map.Entry<ExportField, String> column : mapping.exported().entrySet()) {
            putColumn(mapping.source(), "OUT", column.getKey().name(), column.getValue(), ++position);
        }
    }

    private void putColumn(ExchangeSource source, String way, String field, String title, int position) {
        jdbc.sql("insert into exchange_column (source, way, field, title, position) values (?, ?, ?, ?, ?)")
                .params(source.code(), way, field, title, position)
                .update();
    }

    private void putWords(Mapping mapping) {
        jdbc.sql("delete from exchange_word where source = ?")
                .param(mapping.source().code())
                .update();
        mapping.words()
                .forEach((topic, byMeaning) -> byMeaning.forEach((meaning, words) -> jdbc.sql(
                                "insert into exchange_word (source, topic, meaning, words) values (?, ?, ?, ?)")
                        .params(mapping.source().code(), topic.name(), meaning, words)
                        .update()));
    }
}
