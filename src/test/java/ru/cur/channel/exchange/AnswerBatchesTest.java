package ru.cur.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.route;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import ru.cur.ClockedTest;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.Visitor;
import ru.cur.incident.LegalRegime;
import ru.cur.reply.ReplyPublisher.Place;
import ru.cur.reply.ReplyPublisher.Published;
import ru.cur.reply.ReplyPublisher.Reply;
import ru.cur.reply.ReplyWaits;
import ru.cur.reply.ReplyWay;

/** Answers and statuses go out in files that a person carries. */
class AnswerBatchesTest extends ClockedTest {
    private static final String PAGE = ExchangeAccess.ROOT + "/answers/pos";
    private static final String FILES = ExchangeAccess.ROOT + "/files/";
    private static final String TEXT = "Люк закрыли сегодня утром.";

    @LocalServerPort
    private int port;

    @Autowired
    private AnswerBatches batches;

    @Autowired
    private BatchStore store;

    @Autowired
    private AnswerQueue queue;

    @Autowired
    private JdbcClient jdbc;

    /** What other tests have left is known to the other system. */
    @BeforeEach
    void everythingIsTold() {
        jdbc.sql("delete from export_answer").update();
        jdbc.sql("update export_batch set state = 'CANCELLED' where state = 'MADE'")
                .update();
        for (ExchangeSource source : ExchangeSource.values()) {
            if (batches.waiting(source, true).all() > 0) {
                batches.confirm(batches.make(source, true, "test"), "test");
            }
        }
    }

    @Test
    void aFileTellsStatusesUntilTheyAreKnown() throws IOException {
        ProcessJourney journey = journeys.registered("pos", "Трава по пояс", LegalRegime.POS_MESSAGE);
        long file = make();

        assertThat(lines(file)).singleElement().satisfies(line -> {
            assertThat(line.get("Номер сообщения")).isEqualTo(externalId(journey));
            assertThat(line.get("Номер инцидента ЦУР")).isEqualTo(journey.number());
            assertThat(line.get("Статус")).isEqualTo("Зарегистрировано");
            assertThat(line.get("Текст ответа")).isEmpty();
        });
        assertThat(batches.waiting(ExchangeSource.POS, true).all())
                .as("it is in a file")
                .isZero();

        batches.cancel(file, "operator");
        assertThat(batches.waiting(ExchangeSource.POS, true).statuses()).isEqualTo(1);

        batches.confirm(make(), "operator");
        assertThat(batches.waiting(ExchangeSource.POS, true).all()).isZero();

        journey.completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));
        assertThat(lines(make())).singleElement().satisfies(line -> {
            assertThat(line.get("Статус")).isEqualTo("Передано на рассмотрение");
            assertThat(line.get("Ответственный орган")).contains("Владивосток");
        });
    }

    @Test
    void aPublishedAnswerIsInTheFileWithItsDate() throws IOException {
        answered();
        long file = make();

        byte[] content = Visitor.following(port, "operator")
                .bytes(FILES + file + ".xlsx")
                .body();

        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(titles(sheet.getRow(0)))
                    .containsExactly(
                            "Номер сообщения",
                            "Номер инцидента ЦУР",
                            "Статус",
                            "Текст ответа",
                            "Дата ответа",
                            "Решение отложено до",
                            "Ответственный орган");
            Row line = sheet.getRow(1);
            assertThat(line.getCell(2).getStringCellValue()).isEqualTo("Ответ направлен");
            assertThat(line.getCell(3).getStringCellValue()).contains("Траву скосили");
            assertThat(line.getCell(4).getLocalDateTimeCellValue()).isEqualTo("2026-11-23T10:00");
            assertThat(line.getCell(5)).isNull();
            assertThat(sheet.getRow(2)).isNull();
        }
    }

    @Test
    void anAnswerOfTheQueueWaitsForAPersonAndGoesOutOnce() throws IOException {
        ProcessJourney journey = journeys.registered("pos", "Нет люка", LegalRegime.POS_MESSAGE);
        batches.confirm(make(), "operator");
        Reply reply = reply(journey, "v1", TEXT);
        PosReplyPublisher publisher = publisher(true);

        assertThatThrownBy(() -> publisher.publish(reply)).isInstanceOf(ReplyWaits.class);
        assertThatThrownBy(() -> publisher.publish(reply)).isInstanceOf(ReplyWaits.class);
        assertThat(batches.waiting(ExchangeSource.POS, true)).isEqualTo(new AnswerBatches.Waiting(1, 0));

        long file = make();
        assertThat(lines(file)).singleElement().satisfies(line -> {
            assertThat(line.get("Статус")).isEqualTo("Ответ направлен");
            assertThat(line.get("Текст ответа")).isEqualTo(TEXT);
            assertThat(line.get("Дата ответа")).isEqualTo("23.11.2026 10:00");
        });
        assertThatThrownBy(() -> publisher.publish(reply))
                .as("nobody has carried it")
                .isInstanceOf(ReplyWaits.class);

        batches.confirm(file, "operator");
        assertThat(publisher.publish(reply)).isEqualTo(Published.NOWHERE);
        assertThat(publisher.publish(reply)).as("the same again").isEqualTo(Published.NOWHERE);
    }

    @Test
    void anAnswerOfACancelledFileGoesWithTheNext() throws IOException {
        ProcessJourney journey = journeys.registered("pos", "Нет люка", LegalRegime.POS_MESSAGE);
        PosReplyPublisher publisher = publisher(true);
        assertThatThrownBy(() -> publisher.publish(reply(journey, "v1", TEXT))).isInstanceOf(ReplyWaits.class);
        long cancelled = make();

        batches.cancel(cancelled, "operator");
        assertThatThrownBy(() -> publisher.publish(reply(journey, "v1", TEXT + " Спасибо!")))
                .isInstanceOf(ReplyWaits.class);

        assertThat(lines(make())).singleElement().satisfies(line -> assertThat(line.get("Текст ответа"))
                .as("the text that was sent last")
                .isEqualTo(TEXT + " Спасибо!"));
    }

    @Test
    void aFileNeverChanges() {
        ProcessJourney journey = journeys.registered("pos", "Нет люка", LegalRegime.POS_MESSAGE);
        PosReplyPublisher publisher = publisher(true);
        assertThatThrownBy(() -> publisher.publish(reply(journey, "v1", TEXT))).isInstanceOf(ReplyWaits.class);
        long file = make();
        byte[] before = csv(file);

        assertThatThrownBy(() -> publisher.publish(reply(journey, "v1", "Другой текст")))
                .isInstanceOf(ReplyWaits.class);
        journey.completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));

        assertThat(csv(file)).isEqualTo(before);
    }

    @Test
    void whatAPersonHasPublishedOtherwiseLeavesTheQueue() {
        ProcessJourney journey = journeys.registered("pos", "Нет люка", LegalRegime.POS_MESSAGE);
        batches.confirm(make(), "operator");
        ProcessJourney answered = answered();
        batches.confirm(make(), "operator");
        String key = jdbc.sql("select idempotency_key from publication join answer on answer.id = answer_id"
                        + " join incident on incident.id = incident_id where number = ?")
                .param(answered.number())
                .query(String.class)
                .single();
        Reply published = new Reply(
                key, ReplyWay.REPLY, new Place("pos", externalId(journey), null, null), TEXT, List.of(), false);
        assertThatThrownBy(() -> publisher(true).publish(published)).isInstanceOf(ReplyWaits.class);

        assertThatThrownBy(this::make).isInstanceOf(ExchangeRefusal.class).hasMessageContaining("Выгружать нечего");
    }

    @Test
    void theQueueServesOnlyItsPlatformAndOnlyWhenItIsSwitchedOn() {
        assertThat(publisher(true).serves(new Place("pos", "1", null, null))).isTrue();
        assertThat(publisher(true).serves(new Place("vk", "1", null, null))).isFalse();
        assertThat(publisher(false).serves(new Place("pos", "1", null, null))).isFalse();
    }

    @Test
    void statusesOfMessagesFromImGoOutUnderTheirNumbers() throws IOException {
        ProcessJourney journey = journeys.registered("vk", "Нет люка");
        jdbc.sql("insert into im_message (number, channel, external_id) values ('ИМ-1', 'vk', ?)"
                        + " on conflict (number) do update set external_id = excluded.external_id")
                .param(externalId(journey))
                .update();

        long file = batches.make(ExchangeSource.IM, true, "operator");

        assertThat(lines(file)).singleElement().satisfies(line -> {
            assertThat(line.get("Номер инцидента")).isEqualTo("ИМ-1");
            assertThat(line.get("Номер инцидента ЦУР")).isEqualTo(journey.number());
        });
    }

    @Test
    void restrictedCasesAreForThoseWhoMaySeeThem() {
        ProcessJourney journey = journeys.registered("pos", "О ребёнке", LegalRegime.POS_MESSAGE);
        jdbc.sql("update incident set restriction = 'CHILDREN' where number = ?")
                .param(journey.number())
                .update();

        assertThat(batches.waiting(ExchangeSource.POS, false).all()).isZero();
        assertThatThrownBy(() -> batches.make(ExchangeSource.POS, false, "operator"))
                .isInstanceOf(ExchangeRefusal.class);
        long file = make();

        assertThat(store.find(file).restricted()).isTrue();
        Visitor operator = Visitor.following(port, "operator");
        assertThat(operator.get(FILES + file + ".xlsx").status()).isEqualTo(403);
        assertThat(operator.submit(PAGE, FILES + file + "/confirm", Map.of()).status())
                .isEqualTo(403);
        assertThat(operator.get(PAGE).body()).contains("есть закрытые дела").doesNotContain(FILES + file + ".xlsx");
        batches.cancel(file, "test");
        jdbc.sql("update incident set restriction = null where number = ?")
                .param(journey.number())
                .update();
    }

    @Test
    void aPersonMakesFetchesAndConfirmsAFile() {
        journeys.registered("pos", "Нет люка", LegalRegime.POS_MESSAGE);
        Visitor curator = Visitor.following(port, "curator");

        assertThat(curator.submit(PAGE, PAGE, Map.of()).body()).contains("готов. Скачайте его");
        long file = store.latest(ExchangeSource.POS, 1).get(0).id();
        assertThat(curator.bytes(FILES + file + ".csv").statusCode()).isEqualTo(200);
        assertThat(curator.submit(PAGE, FILES + file + "/confirm", Map.of()).body())
                .contains("загружен в «Госуслуги. Решаем вместе»");
        Answer again = curator.submit(PAGE, FILES + file + "/cancel", Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("уже подтвердили или отменили");

        assertThat(jdbc.sql("select actor || ' ' || kind from audit_event where details like ? order by id")
                        .param("export " + file + "%")
                        .query(String.class)
                        .list())
                .containsExactly("curator EXPORT_MADE", "curator EXPORT_DOWNLOADED", "curator EXPORT_CONFIRMED");
    }

    @Test
    void aCancelledFileIsNotFetchedAnyMore() {
        journeys.registered("pos", "Нет люка", LegalRegime.POS_MESSAGE);
        long file = make();
        batches.cancel(file, "operator");

        assertThat(Visitor.following(port, "operator")
                        .get(FILES + file + ".xlsx")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "analyst"})
    void whoOnlyReadsFetchesNoFile(String login) {
        journeys.registered("pos", "Нет люка", LegalRegime.POS_MESSAGE);
        long file = make();
        Visitor reader = Visitor.following(port, login);

        assertThat(reader.get(PAGE).body()).contains("№ <span>" + file).doesNotContain(".xlsx", "Сформировать");
        assertThat(reader.get(FILES + file + ".xlsx").status()).isEqualTo(403);
        assertThat(reader.get(FILES + file + ".csv").status()).isEqualTo(403);
        assertThat(reader.submit(PAGE, PAGE, Map.of()).status()).isEqualTo(403);
        assertThat(reader.submit(PAGE, FILES + file + "/confirm", Map.of()).status())
                .isEqualTo(403);
    }

    private ProcessJourney answered() {
        return journeys.registered("pos", "Трава по пояс", LegalRegime.POS_MESSAGE)
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                .completes("userTask_doWork", "vladivostok", MOWN)
                .completes("userTask_prepareResponse", "vladivostok", ANSWER)
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", APPROVE);
    }

    private long make() {
        return batches.make(ExchangeSource.POS, true, "operator");
    }

    private PosReplyPublisher publisher(boolean on) {
        return new PosReplyPublisher(
                queue,
                new ExchangeProperties(
                        DataSize.ofMegabytes(100), 100, on, 1, Duration.ofSeconds(1), Duration.ofDays(7)));
    }

    private Reply reply(ProcessJourney journey, String version, String text) {
        return new Reply(
                journey.number() + "/" + version,
                ReplyWay.REPLY,
                new Place("pos", externalId(journey), null, null),
                text,
                List.of(),
                false);
    }

    private String externalId(ProcessJourney journey) {
        return jdbc.sql("select external_id from message join incident on incident.id = incident_id where number = ?")
                .param(journey.number())
                .query(String.class)
                .single();
    }

    private byte[] csv(long file) {
        return Visitor.following(port, "operator").bytes(FILES + file + ".csv").body();
    }

    private List<CSVRecord> lines(long file) throws IOException {
        String text = new String(csv(file), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static List<String> titles(Row header) {
        return StreamSupport.stream(header.spliterator(), false)
                .map(Cell::getStringCellValue)
                .toList();
    }
}
