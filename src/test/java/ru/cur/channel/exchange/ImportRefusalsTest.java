package ru.cur.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.Visitor;
import ru.cur.channel.exchange.table.SheetFiles;

/** Who and what is not let in, and how it is said. */
class ImportRefusalsTest extends ImportWalk {

    @Test
    void nobodySeesThePagesWithoutALogin() {
        assertThat(Http.nobody(port).get(ROOT).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vladivostok", "vladivostokHead", "manager", "governor"})
    void whoDoesNotWorkWithTheStreamStaysOutside(String login) {
        Visitor stranger = Visitor.following(port, login);

        assertThat(stranger.get(ROOT).status()).isEqualTo(403);
        assertThat(stranger.get(ROOT + "/answers/pos").status()).isEqualTo(403);
        assertThat(stranger.get(ROOT + "/mapping/pos").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "analyst"})
    void whoOnlyReadsSendsAndFetchesNothing(String login) {
        long run = upload("operator", pos(row(1)));
        Visitor reader = Visitor.following(port, login);

        Answer page = reader.get(UPLOAD + "/" + run);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(id + "-1").doesNotContain("Зарегистрировать:");
        assertThat(reader.get(ROOT).body()).doesNotContain("Загрузить и проверить");
        assertThat(reader.submit(ROOT, UPLOAD + "/" + run + "/confirm", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(reader.upload(ROOT, UPLOAD, Map.of("source", "pos"), "a.csv", BodyPublishers.ofString("x"))
                        .status())
                .isEqualTo(403);
        assertThat(reader.get(UPLOAD + "/" + run + "/errors.xlsx").status()).isEqualTo(403);
        assertThat(runs.find(run).state()).isEqualTo(RunState.PREVIEW);
    }

    @Test
    void ofTwoRowsWithOneNumberTheLaterIsWrong() {
        long run = upload("operator", pos(row(1), row(2), row(1)));

        assertThat(runs.firstBad(run, 10)).singleElement().satisfies(bad -> {
            assertThat(bad.row()).isEqualTo(4);
            assertThat(bad.problems())
                    .containsExactly(new RowProblem("Номер сообщения", id + "-1", "тот же номер, что и в строке 2"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "stop, Эта загрузка сейчас не идёт",
        "resume, Эта загрузка не остановлена",
        "retry, Сначала дождитесь конца загрузки"
    })
    void whatDoesNotFitIsRefused(String act, String sentence) {
        long run = upload("operator", pos(row(1)));

        Answer refused = act("operator", run, act);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains(sentence);
        assertThat(runs.find(run).state()).isEqualTo(RunState.PREVIEW);
    }

    @Test
    void theErrorsComeAsAWorkbookOfNumbersAndTexts() throws IOException {
        long run = upload("operator", pos(row(1), List.of(id + "-2", "жалоба", ""), List.of("=1+1", "", "текст")));

        byte[] file = Visitor.following(port, "operator")
                .bytes(UPLOAD + "/" + run + "/errors.xlsx")
                .body();

        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
            assertThat(sheet.getRow(0).getCell(4).getStringCellValue()).isEqualTo("Что не так");
            assertThat(sheet.getRow(1).getCell(0).getNumericCellValue()).isEqualTo(3);
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("Тип");
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("жалоба");
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("Текст сообщения");
            assertThat(sheet.getRow(3).getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("=1+1");
        }
    }

    @Test
    void aFileThatIsNoTableChangesNothing() {
        Answer refused = send("operator", "pos", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("не загружен. Это документ PDF", "Загрузить и проверить");
        assertThat(jdbc.sql("select count(*) from import_run")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void halfATableIsNone() {
        byte[] broken = "Номер сообщения;Тип;Текст сообщения\n%s-1;Сообщение;Нет люка\n2;\"x"
                .formatted(id)
                .getBytes(StandardCharsets.UTF_8);

        assertThat(send("operator", "pos", broken).body()).contains("Строку 3 не прочитать");
        assertThat(jdbc.sql("select count(*) from import_row")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void sharedCellsSpoilTheirRows() {
        byte[] file = SheetFiles.workbook(List.of(HEADER, row(1), row(2), row(3)), "C3:C4");

        long run = upload("operator", file);

        assertThat(runs.find(run).good()).isEqualTo(1);
        assertThat(runs.firstBad(run, 10))
                .flatExtracting(ImportRuns.BadRow::problems)
                .extracting(RowProblem::what)
                .containsOnly("объединённые ячейки C3:C4: разъедините их");
    }

    @Test
    void exportsMayBeLargerThanFilesOfACase() {
        Answer refused = send("operator", "pos", new byte[25 * 1024 * 1024]);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Это не таблица");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsRead() {
        Answer refused = Visitor.following(port, "operator")
                .post(UPLOAD, "x".repeat(102 * 1024 * 1024), "Content-Type", "multipart/form-data; boundary=x");

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("он больше 100 МБ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/imports/999999999", "/imports/x", "/answers/vk", "/mapping/vk", "/files/999999999.xlsx"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(Visitor.following(port, "admin").get(ROOT + path).status()).isEqualTo(404);
    }
}
