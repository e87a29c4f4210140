package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large workbook comes into the program in a JVM of its own with 512 MB of heap, which is killed in the middle of it. */
class ImportBench {
    private static final int ROWS = 200_000;
    private static final int BEFORE_THE_KILL = 500;
    private static final int REGISTERED = 2_000;
    private static final double MEGABYTE = 1024 * 1024;
    private static final String ROOT = "/channels/exchange";
    private static final Map<String, String> SETTINGS =
            Map.of("server.port", "0", "spring.profiles.active", "demo", "cur.demo.cases", "0");

    @TempDir
    private Path folder;

    @Test
    void aLargeWorkbook() throws Exception {
        Path file = folder.resolve("export.xlsx");
        writeInAnotherJvm(file);
        Path data = folder.resolve("data");
        BenchTable table = new BenchTable("Import of a workbook of %d rows, -Xmx512m".formatted(ROWS));
        table.row("size of the file", Files.size(file) / MEGABYTE, "MB", "");
        String run;
        int before;
        try (ProgramProcess program = ProgramProcess.start(data, SETTINGS)) {
            int port = program.waitUntilReady();
            run = upload(port, file, table);
            table.row("long-lived heap after it", longLived(port), "%", "of 512 MB");
            Visitor operator = Visitor.following(port, "operator");
            operator.submit(run, run + "/confirm", Map.of());
            before = await().atMost(Duration.ofMinutes(5))
                    .until(() -> done(operator, run), done -> done > BEFORE_THE_KILL);
            program.kill();
        }
        try (ProgramProcess program = ProgramProcess.start(data, SETTINGS)) {
            int port = program.waitUntilReady();
            Visitor operator = Visitor.following(port, "operator");
            assertThat(done(operator, run)).as("nothing is undone").isGreaterThanOrEqualTo(before);
            register(operator, run, table);
            operator.submit(run, run + "/stop", Map.of());
            assertThat(cases(port)).as("each row is one case").isEqualTo(done(operator, run));
        }
        table.print();
    }

    /** @return the page of the import */
    private static String upload(int port, Path file, BenchTable table) throws IOException {
        Visitor operator = Visitor.following(port, "operator");
        long start = System.nanoTime();
        Http.Answer page = operator.upload(
                ROOT, ROOT + "/imports", Map.of("source", "pos"), "export.xlsx", BodyPublishers.ofFile(file));
        double seconds = seconds(start);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(number(page.body(), "Новых сообщений</dt><dd>")).isEqualTo(ROWS);
        table.row("from the upload to the preview", seconds, "s", "");
        table.row("read, checked and staged", ROWS / seconds, "rows/s", "");
        return page.response().uri().getPath();
    }

    private static void register(Visitor operator, String run, BenchTable table) {
        int begin = done(operator, run);
        long start = System.nanoTime();
        int end = await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> done(operator, run), done -> done >= begin + REGISTERED);
        table.row("registered by one node, processes started", (end - begin) / seconds(start), "rows/s", "");
    }

    private static int done(Visitor operator, String run) {
        return number(operator.get(run).body(), "Готово</dt><dd><span>");
    }

    private static int number(String page, String before) {
        Matcher number = Pattern.compile(Pattern.quote(before) + "([^<]+)<").matcher(page);
        assertThat(number.find()).as(before + " in " + page).isTrue();
        return Integer.parseInt(number.group(1).replaceAll("\\D", ""));
    }

    private static int cases(int port) {
        return Http.nobody(port)
                .as("operator")
                .get("/engine-rest/history/process-instance/count?processDefinitionKey=incident-handling")
                .json()
                .get("count")
                .asInt();
    }

    private static double longLived(int port) {
        return Http.nobody(port)
                        .as("admin")
                        .get("/actuator/metrics/jvm.memory.usage.after.gc")
                        .json()
                        .at("/measurements/0/value")
                        .asDouble()
                * 100;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
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
            var date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy hh:mm"));
            SXSSFSheet sheet = book.createSheet();
            fill(
                    sheet.createRow(0),
                    "Номер сообщения",
                    "Тип",
                    "Текст сообщения",
                    "Заявитель",
                    "Адрес",
                    "Дата создания");
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
                var cell = sheet.getRow(row).createCell(5);
                cell.setCellValue(LocalDateTime.of(2026, 1, 20, 10, 30));
                cell.setCellStyle(date);
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
