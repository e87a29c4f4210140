package ru.cur.channel.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ru.cur.channel.exchange.table.TableWriter.Column;

/** Whatever people write comes through each format unchanged. */
class TablesThereAndBackTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Column> COLUMNS = List.of(new Column("Номер", 10), new Column("Текст", 40));

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("абвЁё \t\n\";,'&<>_x0041_[]{}\\")
                .withCharRange('a', 'z')
                .ofMinLength(0)
                .ofMaxLength(40)
                // The formula guard of CSV is for readers in Excel, and is tested where it stands.
                .map(words -> "т" + words + "😀");
        return text.list().ofMinSize(1).ofMaxSize(20);
    }

    @Property(tries = 200)
    void csv(@ForAll("texts") List<String> texts) {
        assertThat(ReadTable.of(written(texts, (lines, out) -> TableWriter.csv(COLUMNS, lines, out)))
                        .texts("Текст"))
                .isEqualTo(texts);
    }

    @Property(tries = 50)
    void workbooks(@ForAll("texts") List<String> texts) {
        assertThat(ReadTable.of(written(texts, (lines, out) -> TableWriter.xlsx("Лист", COLUMNS, lines, out)))
                        .texts("Текст"))
                .isEqualTo(texts);
    }

    @Property(tries = 200)
    void json(@ForAll("texts") List<String> texts) throws IOException {
        List<Map<String, Object>> objects = new ArrayList<>();
        texts.forEach(text -> objects.add(Map.of("Номер", objects.size(), "Текст", text)));

        assertThat(ReadTable.of(JSON.writeValueAsBytes(objects)).texts("Текст")).isEqualTo(texts);
    }

    private interface Format {
        void write(TableWriter.Lines lines, ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(List<String> texts, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(
                    each -> {
                        for (int i = 0; i < texts.size(); i++) {
                            each.accept(List.of(i, texts.get(i)));
                        }
                    },
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
