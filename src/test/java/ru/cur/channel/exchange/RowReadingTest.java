package ru.cur.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.channel.exchange.RowReading.Reading;
import ru.cur.channel.exchange.table.Cell;
import ru.cur.incident.LegalRegime;

class RowReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private final RowReading pos = reading(ExchangeSource.POS);
    private final RowReading im = reading(ExchangeSource.IM);

    @Test
    void aRowOfPosIsAMessageOfThePlatform() {
        Reading reading = pos.read(row(Map.of(
                "AUTHOR_NAME", "Анна К.",
                "AUTHOR_CONTACT", "+7 914 000-00-00",
                "WRITTEN_AT", "20.11.2026 10:30",
                "ADDRESS", "ул. Русская, 1",
                "MUNICIPALITY", "Арсеньев",
                "LAT", "44,1523",
                "LON", "133.2698",
                "MEDIA", "https://pos.example/1.jpg; https://pos.example/2.jpg\nhttps://pos.example/3.jpg")));

        assertThat(reading.problems()).isEmpty();
        ImportedMessage message = reading.message();
        assertThat(message.channel()).isEqualTo("pos");
        assertThat(message.externalId()).isEqualTo("17").isEqualTo(message.number());
        assertThat(message.regime()).isEqualTo(LegalRegime.POS_MESSAGE);
        assertThat(message.writtenAt()).isEqualTo("2026-11-20T00:30:00Z");
        assertThat(message.municipalityCode()).isEqualTo("ARS");
        assertThat(message.lat()).isEqualTo(44.1523);
        assertThat(message.lon()).isEqualTo(133.2698);
        assertThat(message.media())
                .containsExactly("https://pos.example/1.jpg", "https://pos.example/2.jpg", "https://pos.example/3.jpg");
    }

    @ParameterizedTest
    @CsvSource({"Сообщение, POS_MESSAGE", " сообщение , POS_MESSAGE", "Обращение, APPEAL_59FZ", "ОБРАЩЕНИЕ, APPEAL_59FZ"
    })
    void theKindSetsTheRegime(String kind, LegalRegime regime) {
        assertThat(pos.read(row(Map.of("KIND", kind))).message().regime()).isEqualTo(regime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "жалоба", "сообщение обращение"})
    void withoutAKnownKindNothingIsRegistered(String kind) {
        Reading reading = pos.read(row(Map.of("KIND", kind)));

        assertThat(reading.message()).isNull();
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("Столбец KIND");
            assertThat(problem.what()).matches("не заполнено|вид «.*» неизвестен: это сообщение или обращение\\?");
        });
    }

    @ParameterizedTest
    @CsvSource({"ВКонтакте, vk", "vk.com, vk", "Одноклассники, ok", "макс, max", "Телеграм, telegram"})
    void aRowOfImNamesItsNetwork(String network, String channel) {
        ImportedMessage message = im.read(row(Map.of("NETWORK", network, "NETWORK_ID", "wall-1_5")))
                .message();

        assertThat(message.channel()).isEqualTo(channel);
        assertThat(message.externalId()).isEqualTo("wall-1_5");
        assertThat(message.number()).isEqualTo("17");
        assertThat(message.regime()).isEqualTo(LegalRegime.SOCIAL_MESSAGE);
    }

    @Test
    void withoutAnIdOfTheNetworkAMessageHasTheNumberOfIm() {
        assertThat(im.read(row(Map.of())).message().externalId()).isEqualTo("im-17");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER|''|не заполнено",
                "TEXT|'  '|не заполнено",
                "NETWORK|Живой журнал|сеть «Живой журнал» неизвестна",
                "WRITTEN_AT|завтра|не дата; в этом столбце даты пишут так: 23.11.2026 10:30:00",
                "MUNICIPALITY|Хабаровск|муниципалитета «Хабаровск» нет в справочнике",
                "LAT|северная|нужно число от -90 до 90",
                "LAT|91|нужно число от -90 до 90",
                "LON|1e3|нужно число от -180 до 180",
                "LON|131|широта и долгота нужны вместе",
                "PERMALINK|javascript:alert(1)|нужна ссылка",
                "MEDIA|https://a.example/1.jpg ftp://b.example|«ftp://b.example» – не ссылка"
            })
    void whatIsWrongIsSaidOfItsColumn(String field, String value, String what) {
        Reading reading = im.read(row(Map.of(field, value)));

        assertThat(reading.message()).isNull();
        assertThat(reading.problems())
                .anySatisfy(problem -> assertThat(problem.what()).contains(what));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Reading reading = im.read(row(Map.of("TEXT", "", "NETWORK", "?", "LAT", "x")));

        assertThat(reading.problems())
                .extracting(RowProblem::column)
                .containsExactly("Столбец NETWORK", "Столбец TEXT", "Столбец LAT");
        assertThat(reading.number()).isEqualTo("17");
    }

    @ParameterizedTest
    @CsvSource({"'Люк\u0007', 0007", "'Люк\u0000', 0000", "'\uD83D люк', D83D"})
    void aCharacterThatNobodyHasWrittenIsAProblem(String text, String code) {
        Reading reading = pos.read(row(Map.of("TEXT", text)));

        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).contains("недопустимый знак с кодом " + code);
            assertThat(problem.value()).doesNotContain("\u0000").contains("�");
        });
    }

    @Test
    void longTextsAreRefusedAndShortened() {
        Reading reading = pos.read(row(Map.of("TEXT", "ю".repeat(20_001))));

        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("длиннее 20000 знаков");
            assertThat(problem.value()).hasSize(201);
        });
        assertThat(pos.read(row(Map.of("TEXT", "ю".repeat(20_000)))).problems()).isEmpty();
    }

    @Test
    void anUnreadableCellIsAProblem() {
        Map<String, Cell> row = row(Map.of());
        row.put("Столбец ADDRESS", new Cell("#REF!", null, "ошибка в формуле"));

        assertThat(pos.read(row).problems())
                .containsExactly(new RowProblem("Столбец ADDRESS", "#REF!", "ошибка в формуле"));
    }

    /** A row that is right but for what is said. */
    private static Map<String, Cell> row(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(
                Map.of("NUMBER", "17", "KIND", "Сообщение", "NETWORK", "VK", "TEXT", "На Октябрьской нет люка"));
        all.putAll(values);
        Map<String, Cell> row = new HashMap<>();
        all.forEach((field, value) -> row.put("Столбец " + field, Cell.text(value)));
        return row;
    }

    private static RowReading reading(ExchangeSource source) {
        Map<ImportField, String> columns = new HashMap<>();
        ImportField.of(source).forEach(field -> columns.put(field, "Столбец " + field));
        Mapping mapping = new Mapping(
                source,
                ZoneId.of("Asia/Vladivostok"),
                "dd.MM.yyyy[ HH:mm[:ss]]",
                columns,
                Map.of(),
                Map.of(
                        WordTopic.KIND, Map.of("POS_MESSAGE", "Сообщение", "APPEAL_59FZ", "Обращение"),
                        WordTopic.NETWORK,
                                Map.of(
                                        "vk", "ВКонтакте, VK, vk.com",
                                        "ok", "Одноклассники",
                                        "max", "MAX, Макс",
                                        "telegram", "Telegram, Телеграм")),
                1,
                "admin",
                NOW);
        return new RowReading(
                mapping, new Moments(mapping.dateFormat(), mapping.zone(), NOW), name -> Optional.of("ARS")
                        .filter(code -> name.equals("Арсеньев")));
    }
}
