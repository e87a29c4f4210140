package ru.cur.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.BenchTable;
import ru.cur.CurTest;

/** A large export in a workbook, as it comes in. */
@CurTest
class ImportBench {
    private static final int ROWS = 200_000;
    private static final int REGISTERED = 2_000;
    private static final double MEGABYTE = 1024 * 1024;

    @Autowired
    private ImportStaging staging;

    @Autowired
    private ImportRuns runs;

    @Autowired
    private ImportWork work;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    @AfterEach
    void forgetImports() {
        jdbc.sql("delete from import_run").update();
    }

    @Test
    void aLargeWorkbook() throws Exception {
        Path file = folder.resolve("export.xlsx");
        writeInAnotherJvm(file);
        System.gc();
        try (PeakHeap heap = new PeakHeap()) {
            long start = System.nanoTime();
            long run = staging.stage(ExchangeSource.POS, "export.xlsx", Files.size(file), file, "operator");
            double reading = (System.nanoTime() - start) / 1e9;
            assertThat(runs.find(run).good()).isEqualTo(ROWS);
            double registering = register(run);
            BenchTable table = new BenchTable("Import of a workbook of %d rows".formatted(ROWS));
            table.row("size of the file", Files.size(file) / MEGABYTE, "MB", "");
            table.row("read, checked and staged", ROWS / reading, "rows/s", "");
            table.row("until the preview", reading, "s", "");
            table.row("registered, first %d by one node".formatted(REGISTERED), REGISTERED / registering, "rows/s", "");
            table.row("peak heap of the whole program", heap.peak() / MEGABYTE, "MB", "goal < 512");
            table.print();
        }
    }

    private double register(long run) {
        runs.decide(run, ImportRuns.Act.CONFIRMED, "operator");
        long start = System.nanoTime();
        for (int row = 0; row < REGISTERED; row++) {
            work.work();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        runs.decide(run, ImportRuns.Act.STOPPED, "operator");
        assertThat(runs.find(run).created()).isEqualTo(REGISTERED);
        return seconds;
    }

    /** Making such a workbook takes memory, too. */
    private static void writeInAnotherJvm(Path file) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportBench.class.getName(),
                        file.toString())
                .inheritIO()
                .start();
        assertThat(writer.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(writer.exitValue()).isZero();
    }

    /** @param arguments where the workbook is written */
    public static void main(String[] arguments) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, true, true);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy hh:mm"));
            SXSSFSheet sheet = book.createSheet();
            fill(sheet.createRow(0), "Номер сообщения", "Тип", "Текст сообщения", "Заявитель", "Адрес");
            sheet.getRow(0).createCell(5).setCellValue("Дата создания");
            for (int row = 1; row <= ROWS; row++) {
                fill(
                        sheet.createRow(row),
                        "bench-" + row,
                        "Сообщение",
                        "Во дворе дома %d трава по пояс, детям негде играть. "
                                .formatted(row)
                                .repeat(6),
                        "Заявитель " + row,
                        "г. Владивосток, ул. Русская, " + row);
                sheet.getRow(row).createCell(5).setCellValue(LocalDateTime.of(2026, 1, 20, 10, 30));
                sheet.getRow(row).getCell(5).setCellStyle(date);
            }
            book.write(out);
        }
    }

    private static void fill(Row row, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            row.createCell(column).setCellValue(texts[column]);
        }
    }
}
