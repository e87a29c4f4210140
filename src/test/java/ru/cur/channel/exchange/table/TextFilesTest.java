package ru.cur.channel.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFilesTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ;, false",
        "UTF-8, ;, true",
        "UTF-8, COMMA, false",
        "UTF-8, TAB, false",
        "windows-1251, ;, false",
        "windows-1251, COMMA, false",
        "UTF-16LE, TAB, true"
    })
    void aTableIsReadInEveryEncodingWithEverySeparator(String charset, String separator, boolean mark) {
        String file = """
                Номер|Текст|Дата
                17|"Нет люка; нет ""света"", и\tводы"|

                18|Ждём|01.11.2026
                """.replace("|", separator.replace("COMMA", ",").replace("TAB", "\t"));

        ReadTable table = ReadTable.of(((mark ? "\uFEFF" : "") + file).getBytes(Charset.forName(charset)));

        assertThat(table.numbers).containsExactly(2, 4);
        assertThat(table.texts("Номер")).containsExactly("17", "18");
        assertThat(table.texts("Текст")).containsExactly("Нет люка; нет \"света\", и\tводы", "Ждём");
        assertThat(table.cell(1, "Дата").text()).isEqualTo("01.11.2026");
    }

    @Test
    void aRowOfSeveralLinesIsOneRow() {
        ReadTable table = csv("Номер;Текст\n1;\"первая\nвторая\"\n2;ООО \"Ромашка\"\n");

        assertThat(table.numbers).containsExactly(2, 3);
        assertThat(table.texts("Текст")).containsExactly("первая\nвторая", "ООО \"Ромашка\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Номер;Текст\n1;\"не закрыта\n2;текст\n", "Номер;Текст\n1;\"текст\" и ещё\n"})
    void wrongQuotesAreTold(String file) {
        assertThatThrownBy(() -> csv(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("Строку 2 не прочитать")
                .hasMessageContaining("кавычки");
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotTakeTheWholeFileIntoMemory() {
        assertThatThrownBy(() -> csv("Номер;Текст\n1;\"" + "слово ".repeat(500_000)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("Строку 2 не прочитать");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"Номер\": 17, \"Текст\": \"Нет люка\", \"Широта\": 43.1155}]",
                "{\"total\": 1, \"filter\": {\"a\": []}, \"items\": [{\"номер\": \"17\", \"Текст\": \"Нет люка\", \"Широта\": \"43.1155\", \"Прочее\": {\"a\": [1]}}]}",
                "  \n[{\"Текст\": \"Нет люка\", \"Номер\": \"17\", \"Дата\": null, \"Широта\": [43.1155]}]"
            })
    void objectsAreRows(String json) {
        ReadTable table = ReadTable.of(json.getBytes(StandardCharsets.UTF_8));

        assertThat(table.numbers).containsExactly(1);
        assertThat(table.cell(0, "Номер").text()).isEqualTo("17");
        assertThat(table.cell(0, "Текст").text()).isEqualTo("Нет люка");
        assertThat(table.cell(0, "Широта").text()).isEqualTo("43.1155");
        assertThat(table.cell(0, "Дата").isBlank()).isTrue();
    }

    @Test
    void anObjectInsteadOfAValueIsAProblemOfItsRow() {
        ReadTable table =
                json("[{\"Номер\": 1, \"Текст\": {\"ru\": \"т\"}}, {\"Номер\": 2, \"Текст\": [\"а\", \"б\"]}]");

        assertThat(table.cell(0, "Текст").problem()).contains("вложенный объект");
        assertThat(table.cell(1, "Текст").text()).isEqualTo("а\nб");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|нет ни одной записи",
                "{\"a\": 1}|нет массива",
                "{\"a\": [{\"Номер\": 1, \"Текст\": 2}], \"b\": []}|больше одного массива",
                "[1, 2]|не объект",
                "[{\"Номер\": 1}]|не нашлись столбцы: «Текст»",
                "[{\"Номер\": 1, \"Текст\": 2}, {\"Номер\": |повреждён",
                "[{\"Номер\": 1, \"Номер\": 2, \"Текст\": 2}]|дважды",
                "[{\"Номер\": 1, \"Текст\": 2}] и ещё|повреждён",
                "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]|не объект"
            })
    void wrongJsonIsTold(String json, String problem) {
        assertThatThrownBy(() -> json(json)).isInstanceOf(UnreadableFile.class).hasMessageContaining(problem);
    }

    @Test
    void tooManyObjectsAreRefused() {
        byte[] two = "[{\"Номер\": 1, \"Текст\": 2}, {\"Номер\": 2, \"Текст\": 2}]".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ReadTable.of(two, ReadTable.TITLES, 1))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("больше 1 записей");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JVBERi0xLjcKJeLjz9MKMSAwIG9iago=|документ PDF",
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ|изображение",
                "PGh0bWw+PHRhYmxlPjx0cj48dGQ+|веб-страница",
                "e1xydGYxXGFuc2k=|RTF",
                "AAEAAgADf0VMRg==|Это не таблица"
            })
    void whatIsNoTableIsCalledByItsName(String content, String name) {
        assertThatThrownBy(() -> ReadTable.of(Base64.getDecoder().decode(content)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(name);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> ReadTable.of(new byte[0]))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("Файл пустой.");
    }

    private static ReadTable csv(String text) {
        return ReadTable.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadTable json(String text) {
        return csv(text);
    }
}
