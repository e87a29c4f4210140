package ru.cur.channel.exchange;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.channel.exchange.table.TableFile;
import ru.cur.channel.exchange.table.UnreadableFile;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.platform.AuditedAct;

/** Reads a file into the table of rows. It becomes an import as a whole, or nothing of it is kept. */
@Component
class ImportStaging {
    private static final int NAMES_REMEMBERED = 1_000;

    private final MappingStore mappings;
    private final StagedRows staged;
    private final Directory directory;
    private final ExchangeProperties properties;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    ImportStaging(
            MappingStore mappings,
            StagedRows staged,
            Directory directory,
            ExchangeProperties properties,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.mappings = mappings;
        this.staged = staged;
        this.directory = directory;
        this.properties = properties;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Nothing is registered yet: that waits until somebody has confirmed it.
     *
     * @return the number of the import
     * @throws UnreadableFile when it is no table of this source
     */
    @Transactional
    long stage(ExchangeSource source, String fileName, long size, Path file, String actor) {
        forgetOldRows();
        long run = jdbc.sql("insert into import_run (source, file_name, file_size, state, uploaded_by, uploaded_at)"
                        + " values (?, ?, ?, 'PREVIEW', ?, ?) returning id")
                .params(source.code(), fileName, size, actor, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        Mapping mapping = mappings.of(source);
        Moments moments = new Moments(mapping.dateFormat(), mapping.zone(), clock.instant());
        Map<String, Optional<String>> known = new HashMap<>();
        RowReading reading = new RowReading(mapping, moments, name -> municipality(name, known));
        StagedRows.Writer rows = staged.writer(run, reading);
        TableFile.read(file, mapping.titles(), properties.maxRows(), rows);
        rows.finish();
        events.publishEvent(new AuditedAct(actor, "IMPORT_UPLOADED", "import %d, %s".formatted(run, source.code())));
        return run;
    }

    /** What has not become a case by then are people's data without a purpose. Of an import that is done its figures remain. */
    private void forgetOldRows() {
        Timestamp longAgo = Timestamp.from(clock.instant().minus(properties.keepRows()));
        jdbc.sql("delete from import_run where state = 'PREVIEW' and uploaded_at < ?")
                .param(longAgo)
                .update();
        jdbc.sql("delete from import_row using import_run where import_run.id = run_id"
                        + " and import_run.state = 'DONE' and finished_at < ?")
                .param(longAgo)
                .update();
    }

    /** A file names the same few thousands of times. */
    private Optional<String> municipality(String name, Map<String, Optional<String>> known) {
        if (known.size() == NAMES_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(name, this::municipality);
    }

    private Optional<String> municipality(String name) {
        return directory
                .municipality(name, LocalDate.ofInstant(clock.instant(), zone))
                .map(Municipality::code);
    }
}
