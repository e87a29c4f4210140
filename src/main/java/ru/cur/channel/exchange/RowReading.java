package ru.cur.channel.exchange;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ru.cur.channel.Channel;
import ru.cur.channel.exchange.table.Cell;
import ru.cur.channel.exchange.table.Titles;
import ru.cur.incident.LegalRegime;

/** Understands the rows of one file, one after the other. */
final class RowReading {
    private static final int LONGEST_NUMBER = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 500;
    private static final double POLE = 90;
    private static final double DATE_LINE = 180;

    private final Mapping mapping;
    private final Map<WordTopic, Map<String, String>> meanings;
    private final Moments moments;
    private final Function<String, Optional<String>> municipalities;

    /** @param municipalities the code of a name */
    RowReading(Mapping mapping, Moments moments, Function<String, Optional<String>> municipalities) {
        this.mapping = mapping;
        this.meanings = mapping.meanings();
        this.moments = moments;
        this.municipalities = municipalities;
    }

    /**
     * What a row says.
     *
     * @param number in the other system; null when it has none
     * @param message null when there are problems
     */
    record Reading(String number, ImportedMessage message, List<RowProblem> problems) {}

    /** How the file calls a field that it must have. */
    String titleOf(ImportField required) {
        return mapping.imported().get(required);
    }

    /** @param cells by the titles of the mapping */
    Reading read(Map<String, Cell> cells) {
        RowFields row = new RowFields(byField(cells), mapping.imported());
        String number = row.required(ImportField.NUMBER, LONGEST_NUMBER);
        ImportedMessage message = new ImportedMessage(
                number,
                channel(row),
                externalId(row, number),
                regime(row),
                row.required(ImportField.TEXT, LONGEST_TEXT),
                row.text(ImportField.AUTHOR_NAME, LONGEST_NAME),
                row.text(ImportField.AUTHOR_CONTACT, LONGEST_NAME),
                writtenAt(row),
                row.text(ImportField.ADDRESS, LONGEST_ADDRESS),
                municipality(row),
                row.degrees(ImportField.LAT, POLE),
                row.degrees(ImportField.LON, DATE_LINE),
                row.link(ImportField.PERMALINK),
                row.links(ImportField.MEDIA));
        row.requireBoth(ImportField.LAT, message.lat(), ImportField.LON, message.lon());
        List<RowProblem> problems = row.problems();
        return new Reading(number, problems.isEmpty() ? message : null, problems);
    }

    private Map<ImportField, Cell> byField(Map<String, Cell> cells) {
        Map<ImportField, Cell> byField = new EnumMap<>(ImportField.class);
        mapping.imported().forEach((field, title) -> byField.put(field, cells.getOrDefault(title, Cell.EMPTY)));
        return byField;
    }

    private String channel(RowFields row) {
        return mapping.source() == ExchangeSource.POS
                ? Channel.POS.code()
                : meaning(row, ImportField.NETWORK, WordTopic.NETWORK, "сеть «%s» неизвестна");
    }

    /** Under the id of its network a message is the same that a connector of that network takes in. */
    private String externalId(RowFields row, String number) {
        if (mapping.source() == ExchangeSource.POS) {
            return number;
        }
        String id = row.text(ImportField.NETWORK_ID, LONGEST_NUMBER);
        return id == null ? "im-" + number : id;
    }

    private LegalRegime regime(RowFields row) {
        if (mapping.source() != ExchangeSource.POS) {
            return LegalRegime.SOCIAL_MESSAGE;
        }
        String kind =
                meaning(row, ImportField.KIND, WordTopic.KIND, "вид «%s» неизвестен: это сообщение или обращение?");
        return kind == null ? null : LegalRegime.valueOf(kind);
    }

    private String meaning(RowFields row, ImportField field, WordTopic topic, String unknown) {
        String word = row.required(field, LONGEST_NAME);
        if (word == null) {
            return null;
        }
        String meaning = meanings.getOrDefault(topic, Map.of()).get(Titles.plain(word));
        if (meaning == null) {
            row.refuse(field, unknown.formatted(word));
        }
        return meaning;
    }

    private Instant writtenAt(RowFields row) {
        Cell cell = row.cell(ImportField.WRITTEN_AT);
        String text = row.text(ImportField.WRITTEN_AT, LONGEST_NAME);
        if (text == null) {
            return null;
        }
        try {
            return moments.of(cell.moment(), text);
        } catch (ExchangeRefusal nonsense) {
            row.refuse(ImportField.WRITTEN_AT, nonsense.getMessage());
            return null;
        }
    }

    private String municipality(RowFields row) {
        String name = row.text(ImportField.MUNICIPALITY, LONGEST_NAME);
        if (name == null) {
            return null;
        }
        Optional<String> code = municipalities.apply(name);
        if (code.isEmpty()) {
            row.refuse(ImportField.MUNICIPALITY, "муниципалитета «%s» нет в справочнике".formatted(name));
        }
        return code.orElse(null);
    }
}
