package ru.cur.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/** The report on terms as XLSX: figures, chart, time of the parties and cases. It shows what it is given and counts nothing. */
@Component
class SlaWorkbook {

    static final int ROWS_IN_MEMORY = 200;

    private final ZoneId zone;
    private final RussianFormat format;

    SlaWorkbook(ZoneId zone, RussianFormat format) {
        this.zone = zone;
        this.format = format;
    }

    /** Hands over cases one by one. */
    interface Cases {
        void forEach(Consumer<SlaCase> consumer);
    }

    /** Builds the workbook; the caller writes and closes it, closing removes temporary files. */
    Workbook of(SlaFigures figures, TimeFigures times, Cases cases) {
        XSSFWorkbook start = new XSSFWorkbook();
        start.getProperties().getCoreProperties().setTitle("Сроки первого ответа");
        // The chart needs whole sheets, the cases need streamed ones: the second book goes on where the first ends.
        SXSSFWorkbook book = new SXSSFWorkbook(start, ROWS_IN_MEMORY);
        try {
            BookStyles styles = new BookStyles(start);
            SummarySheet summary = new SummarySheet(start, styles, format, zone);
            summary.write(figures);
            ChartSheet.write(start, summary.sheet(), figures, styles);
            TimeSheet.write(start, times, styles);
            CasesSheet list = new CasesSheet(book, styles, zone);
            cases.forEach(list::add);
            list.finish();
            return book;
        } catch (RuntimeException failed) {
            close(book, failed);
            throw failed;
        }
    }

    private static void close(Workbook book, RuntimeException failed) {
        try {
            book.close();
        } catch (IOException alsoFailed) {
            failed.addSuppressed(new UncheckedIOException(alsoFailed));
        }
    }
}
