package ru.cur.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.Http.Answer;
import ru.cur.Visitor;
import ru.cur.channel.exchange.table.SheetFiles;

/** A file comes in, from the upload to the cases. */
class ImportPagesTest extends ClockedTest {
    private static final String ROOT = ExchangeAccess.ROOT;
    private static final String UPLOAD = ROOT + "/imports";
    private static final List<Object> HEADER = List.of(
            "Номер сообщения", "Тип", "Текст сообщения", "Заявитель", "Дата создания", "Муниципальное образование");

    private final String id = UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort
    private int port;

    @Autowired
    private ImportRuns runs;

    @Autowired
    private ImportWork work;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void onlyThisTestWorks() {
        journeys.restJobExecutor();
    }

    @AfterEach
    void forgetImports() {
        jdbc.sql("delete from import_run").update();
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"operator", "curator", "admin"})
    void aFileIsLookedAtConfirmedAndRegistered(String login) {
        long run = upload(login, pos(row(1), row(2), List.of(id + "-3", "жалоба", "Текст")));
        assertThat(messages()).isZero();

        Visitor person = Visitor.following(port, login);
        assertThat(person.get(UPLOAD + "/" + run).body())
                .contains("Первые строки, как их поняла программа", "Анна К.", "сообщение платформы обратной связи")
                .contains("вид «жалоба» неизвестен")
                .contains("Зарегистрировать: 2 строки");
        person.submit(UPLOAD + "/" + run, UPLOAD + "/" + run + "/confirm", Map.of());
        work.workAll();

        ImportRun done = runs.find(run);
        assertThat(done.state()).isEqualTo(RunState.DONE);
        assertThat(done.created()).isEqualTo(2);
        assertThat(done.bad()).isEqualTo(1);
        assertThat(messages()).isEqualTo(2);
        assertThat(jdbc.sql("select legal_regime, incident.municipality_code, event_at::text from message"
                                + " join incident on incident.id = incident_id where external_id = ?")
                        .param(id + "-1")
                        .query()
                        .singleRow())
                .containsEntry("legal_regime", "POS_MESSAGE")
                .containsEntry("municipality_code", "ARS")
                .hasEntrySatisfying("event_at", at -> assertThat(at.toString()).contains("30:00"));
        assertThat(jdbc.sql("select actor from incident_event join message using (incident_id)"
                                + " where external_id = ? and kind = 'Сообщение зарегистрировано'")
                        .param(id + "-1")
                        .query(String.class)
                        .single())
                .isEqualTo(login);
        assertThat(person.get(UPLOAD + "/" + run).body()).contains("Закончена").doesNotContain("Остановить");
    }

    @Test
    void whatPeopleDoIsInTheAuditTrail() {
        long run = upload("curator", pos(row(1)));
        act("curator", run, "confirm");
        act("operator", run, "stop");
        Visitor.following(port, "operator").bytes(UPLOAD + "/" + run + "/errors.xlsx");

        assertThat(jdbc.sql("select actor || ' ' || kind from audit_event where details like ? order by id")
                        .param("import " + run + "%")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "curator IMPORT_UPLOADED",
                        "curator IMPORT_CONFIRMED",
                        "operator IMPORT_STOPPED",
                        "operator IMPORT_ERRORS_DOWNLOADED");
    }

    @Test
    void anAppealIsAnAppeal() {
        confirmed(pos(List.of(id + "-1", "Обращение", "Прошу отремонтировать дорогу")));

        assertThat(jdbc.sql("select legal_regime from incident join message on incident.id = incident_id"
                                + " where external_id = ?")
                        .param(id + "-1")
                        .query(String.class)
                        .single())
                .isEqualTo("APPEAL_59FZ");
    }

    @Test
    void theSameFileMakesNothingNew() {
        confirmed(pos(row(1), row(2)));

        long again = upload("operator", pos(row(1), row(2), row(3)));
        assertThat(runs.find(again).known()).isEqualTo(2);
        assertThat(Visitor.following(port, "operator").get(UPLOAD + "/" + again).body())
                .contains("уже было");
        act("operator", again, "confirm");
        work.workAll();

        assertThat(runs.find(again).repeated()).isEqualTo(2);
        assertThat(runs.find(again).created()).isEqualTo(1);
        assertThat(messages()).isEqualTo(3);
        assertThat(edits(id + "-1")).isZero();
    }

    @Test
    void anotherTextIsTheAuthorsEdit() {
        confirmed(pos(row(1)));

        confirmed(pos(List.of(id + "-1", "Сообщение", "Уже починили, спасибо")));

        assertThat(messages()).isEqualTo(1);
        assertThat(edits(id + "-1")).isEqualTo(1);
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

    @Test
    void aRowOfImIsAMessageOfItsNetwork() {
        String file = """
                Номер инцидента;Источник;ID записи;Текст;Автор
                %1$s-1;ВКонтакте;wall-%1$s_1;Нет люка;Анна К.
                %1$s-2;Telegram;;Нет света;
                %1$s-3;Живой журнал;1;Нет воды;
                %1$s-4;VK;wall-%1$s_1;Нет люка!;
                """.formatted(id);

        long run = confirmed("im", file.getBytes(StandardCharsets.UTF_8));

        assertThat(jdbc.sql("select channel || ' ' || external_id from message where external_id like ? order by 1")
                        .param("%" + id + "%")
                        .query(String.class)
                        .list())
                .containsExactly("telegram im-" + id + "-2", "vk wall-" + id + "_1");
        assertThat(runs.firstBad(run, 10))
                .flatExtracting(ImportRuns.BadRow::problems)
                .extracting(RowProblem::what)
                .containsExactly("сеть «Живой журнал» неизвестна", "та же запись сети, что и в строке 2");
    }

    @Test
    void aMessageOfImKeepsTheNameUnderWhichItCameFirst() {
        String first = "Номер инцидента;Источник;ID записи;Текст\n%1$s-1;VK;;Нет люка\n".formatted(id);
        confirmed("im", first.getBytes(StandardCharsets.UTF_8));

        long again = confirmed("im", first.replace(";;", ";wall-" + id + ";").getBytes(StandardCharsets.UTF_8));

        assertThat(runs.find(again).repeated()).isEqualTo(1);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void aStoppedImportGoesOnWhereItWas() {
        long run = upload("operator", pos(row(1), row(2), row(3)));
        act("operator", run, "confirm");
        work.work();
        act("operator", run, "stop");
        work.workAll();
        assertThat(messages()).isEqualTo(1);
        assertThat(Visitor.following(port, "operator").get(UPLOAD + "/" + run).body())
                .contains("Остановлена", "Продолжить")
                .doesNotContain("hx-trigger");

        act("operator", run, "resume");
        assertThat(Visitor.following(port, "operator").get(UPLOAD + "/" + run).body())
                .contains("Остановить", "every 2s");
        work.workAll();

        assertThat(messages()).isEqualTo(3);
        assertThat(runs.find(run).state()).isEqualTo(RunState.DONE);
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
    void aCancelledImportKeepsNothingOfTheFile() {
        long run = upload("operator", pos(row(1)));

        act("operator", run, "cancel");

        assertThat(jdbc.sql("select count(*) from import_row where run_id = ?")
                        .param(run)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(act("operator", run, "confirm").status()).isEqualTo(409);
        assertThat(Visitor.following(port, "operator").get(UPLOAD + "/" + run).body())
                .contains("Загрузку отменили");
    }

    @Test
    void whatIsRegisteredIsKeptOnce() {
        long run = confirmed(pos(row(1)));

        assertThat(jdbc.sql("select count(*) from import_row where run_id = ? and message is not null")
                        .param(run)
                        .query(Integer.class)
                        .single())
                .isZero();
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

    private List<Object> row(int number) {
        return List.of(
                id + "-" + number,
                "Сообщение",
                "На Октябрьской, %d нет люка".formatted(number),
                "Анна К.",
                LocalDateTime.of(2026, 1, 20, 10, 30),
                "Арсеньев");
    }

    @SafeVarargs
    private static byte[] pos(List<Object>... rows) {
        List<List<Object>> all = new ArrayList<>(List.of(HEADER));
        all.addAll(List.of(rows));
        return SheetFiles.workbook(all);
    }

    private long upload(String login, byte[] file) {
        return upload(login, "pos", file);
    }

    private long upload(String login, String source, byte[] file) {
        Answer page = send(login, source, file);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return Long.parseLong(page.response().uri().getPath().replaceFirst(".*/", ""));
    }

    private Answer send(String login, String source, byte[] file) {
        return Visitor.following(port, login)
                .upload(ROOT, UPLOAD, Map.of("source", source), "выгрузка.xlsx", BodyPublishers.ofByteArray(file));
    }

    private long confirmed(byte[] file) {
        return confirmed("pos", file);
    }

    private long confirmed(String source, byte[] file) {
        long run = upload("operator", source, file);
        act("operator", run, "confirm");
        work.workAll();
        return run;
    }

    private Answer act(String login, long run, String act) {
        return Visitor.following(port, login).submit(ROOT, UPLOAD + "/" + run + "/" + act, Map.of());
    }

    private int messages() {
        return jdbc.sql("select count(*) from message where external_id like ?")
                .param("%" + id + "%")
                .query(Integer.class)
                .single();
    }

    private int edits(String externalId) {
        return jdbc.sql(
                        "select count(*) from message_edit join message on message.id = message_id where external_id = ?")
                .param(externalId)
                .query(Integer.class)
                .single();
    }
}
