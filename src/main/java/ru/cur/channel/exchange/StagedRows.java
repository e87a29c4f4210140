package ru.cur.channel.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.channel.exchange.RowReading.Reading;
import ru.cur.channel.exchange.table.Cell;
import ru.cur.channel.exchange.table.TableRows;
import ru.cur.channel.exchange.table.UnreadableFile;

/** Writes the rows of a file as they were understood, and finds what only all of them together show. */
@Component
class StagedRows {
    private static final int BATCH = 500;
    private static final int MOST_MERGED = 1_000;

    private static final String SET_PROBLEM = "state = 'BAD', message = null, problems = jsonb_build_array("
            + "jsonb_strip_nulls(jsonb_build_object('column', cast(:column as text), 'value', %s, 'what', %s)))";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    StagedRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Writer writer(long run, RowReading reading) {
        return new Writer(run, reading);
    }

    /** A row on its way into the table. The names are those of the columns. */
    private record Line(
            int row_no,
            String state,
            String number,
            String channel,
            String external_id,
            ImportedMessage message,
            List<RowProblem> problems) {

        static Line of(int row, Reading reading) {
            ImportedMessage message = reading.message();
            return message == null
                    ? new Line(row, "BAD", reading.number(), null, null, null, reading.problems())
                    : new Line(row, "READY", reading.number(), message.channel(), message.externalId(), message, null);
        }
    }

    /** Cells that several rows share. */
    private record Merged(int first, int last, String range) {}

    /** Takes the rows of one file. */
    final class Writer implements TableRows {
        private final long run;
        private final RowReading reading;
        private final List<Line> lines = new ArrayList<>();
        private final List<Merged> merged = new ArrayList<>();

        private Writer(long run, RowReading reading) {
            this.run = run;
            this.reading = reading;
        }

        @Override
        public void row(int number, Map<String, Cell> cells) {
            lines.add(Line.of(number, reading.read(cells)));
            if (lines.size() == BATCH) {
                flush();
            }
        }

        @Override
        public void merged(int firstRow, int lastRow, String range) {
            merged.add(new Merged(firstRow, lastRow, range));
            if (merged.size() > MOST_MERGED) {
                throw new UnreadableFile(
                        "В таблице слишком много объединённых ячеек. Разъедините их: в Excel «Главная», «Объединить ячейки», «Отменить объединение».");
            }
        }

        /** To be called after the last row. */
        void finish() {
            flush();
            merged.forEach(this::refuseMerged);
            takeKnownNames();
            refuseTwins();
            markKnown();
            count();
        }

        private void flush() {
            insert(run, lines);
            lines.clear();
        }

        private void refuseMerged(Merged cells) {
            jdbc.sql("update import_row set " + SET_PROBLEM.formatted("''", "cast(:what as text)")
                            + " where run_id = :run and row_no between :first and :last")
                    .param("column", null)
                    .param("what", "объединённые ячейки %s: разъедините их".formatted(cells.range()))
                    .param("run", run)
                    .param("first", cells.first())
                    .param("last", cells.last())
                    .update();
        }

        /** A message that came without the id of its network once is known under ours for good. */
        private void takeKnownNames() {
            jdbc.sql(
                            "update import_row set channel = known.channel, external_id = known.external_id from im_message known"
                                    + " where run_id = :run and state = 'READY' and known.number = import_row.number"
                                    + " and exists (select 1 from import_run where id = :run and source = 'im')")
                    .param("run", run)
                    .update();
        }

        private void refuseTwins() {
            refuseTwins("number", "тот же номер, что и в строке ");
            refuseTwins("channel, external_id", "та же запись сети, что и в строке ");
        }

        private void refuseTwins(String sameness, String what) {
            jdbc.sql("update import_row set "
                            + SET_PROBLEM.formatted("import_row.number", "cast(:what as text) || twin.first")
                            + " from (select row_no, min(row_no) over (partition by " + sameness + ") as first"
                            + " from import_row where run_id = :run and state = 'READY') twin"
                            + " where run_id = :run and import_row.row_no = twin.row_no and twin.row_no > twin.first")
                    .param("column", reading.titleOf(ImportField.NUMBER))
                    .param("what", what)
                    .param("run", run)
                    .update();
        }

        private void markKnown() {
            jdbc.sql("update import_row set known = true where run_id = :run and state = 'READY' and exists (select 1"
                            + " from message where message.channel = import_row.channel"
                            + " and message.external_id = import_row.external_id)")
                    .param("run", run)
                    .update();
        }

        private void count() {
            jdbc.sql("update import_run set good = rows.good, known = rows.known, bad = rows.bad from ("
                            + "select count(*) filter (where state = 'READY') as good, count(*) filter (where known) as known,"
                            + " count(*) filter (where state = 'BAD') as bad from import_row where run_id = :run) rows"
                            + " where id = :run")
                    .param("run", run)
                    .update();
        }
    }

    private void insert(long run, List<Line> lines) {
        try {
            jdbc.sql("insert into import_row (run_id, row_no, state, number, channel, external_id, message, problems)"
                            + " select :run, row_no, state, number, channel, external_id, message, problems"
                            + " from jsonb_to_recordset(cast(:lines as jsonb)) as line (row_no integer, state text, number text,"
                            + " channel text, external_id text, message jsonb, problems jsonb)")
                    .param("run", run)
                    .param("lines", json.writeValueAsString(lines))
                    .update();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
