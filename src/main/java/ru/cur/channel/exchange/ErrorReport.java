package ru.cur.channel.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.cur.channel.exchange.table.TableWriter;
import ru.cur.channel.exchange.table.TableWriter.Column;
import ru.cur.platform.AuditedAct;

/** Every row of an import that was not registered, as a workbook: a line for each thing that is wrong. */
@Component
class ErrorReport {
    private static final List<Column> COLUMNS = List.of(
            new Column("Строка файла", 14),
            new Column("Номер", 24),
            new Column("Столбец", 28),
            new Column("Значение", 50),
            new Column("Что не так", 70));

    private final ImportRuns runs;
    private final ApplicationEventPublisher events;

    ErrorReport(ImportRuns runs, ApplicationEventPublisher events) {
        this.runs = runs;
        this.events = events;
    }

    void send(ImportRun run, String reader, HttpServletResponse response) throws IOException {
        events.publishEvent(new AuditedAct(reader, "IMPORT_ERRORS_DOWNLOADED", "import " + run.id()));
        Downloads.xlsx("Ошибки загрузки " + run.id(), response);
        TableWriter.xlsx(
                "Ошибки",
                COLUMNS,
                line -> runs.forEachBad(run.id(), row -> row.problems()
                        .forEach(problem -> line.accept(Arrays.asList(
                                row.row(), row.number(), problem.column(), problem.value(), problem.what())))),
                response.getOutputStream());
    }
}
