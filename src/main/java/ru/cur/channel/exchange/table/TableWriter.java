package ru.cur.channel.exchange.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import ru.cur.sla.RussianDates;

/** Writes tables for other programs and for people. */
public final class TableWriter {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private TableWriter() {}

    /** @param width in characters */
    public record Column(String title, int width) {}

    /** Hands over rows one by one; a cell is a text, a whole number, a day, a moment in the reader's zone, or null. */
    public interface Lines {
        void forEach(Consumer<List<Object>> line);
    }

    /** A workbook with real numbers and dates; a full sheet is followed by another. */
    public static void xlsx(String sheet, List<Column> columns, Lines lines, OutputStream out) throws IOException {
        try (WorkbookSheets book = new WorkbookSheets(sheet, columns)) {
            lines.forEach(book::add);
            book.write(out);
        }
    }

    /** Text in UTF-8 with its mark and with «;», as Excel opens it in Russia. */
    public static void csv(List<Column> columns, Lines lines, OutputStream out) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CSVPrinter csv = new CSVPrinter(text, format);
        csv.printRecord(columns.stream().map(Column::title).toList());
        lines.forEach(line -> print(csv, line));
        csv.flush();
    }

    private static void print(CSVPrinter csv, List<Object> line) {
        try {
            csv.printRecord(line.stream().map(TableWriter::written).toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String written(Object value) {
        if (value instanceof LocalDate day) {
            return RussianDates.day(day);
        }
        if (value instanceof LocalDateTime moment) {
            return RussianDates.day(moment.toLocalDate()) + " "
                    + moment.toLocalTime().withNano(0);
        }
        return value == null ? "" : harmless(value.toString());
    }

    /** A spreadsheet would run a text that starts like a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
