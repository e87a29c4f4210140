package ru.cur.channel.exchange.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.StringUtils;

/** Reads an array of objects, or an object one of whose fields is such an array. */
final class JsonReader {
    private static final int LONGEST_TEXT = 200_000;
    private static final int DEEPEST = 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private final JsonParser json;
    private final Titles titles;
    private final int mostRows;
    private final TableRows rows;
    private int row;

    private JsonReader(JsonParser json, Titles titles, int mostRows, TableRows rows) {
        this.json = json;
        this.titles = titles;
        this.mostRows = mostRows;
        this.rows = rows;
    }

    static void read(Path file, Titles titles, int mostRows, TableRows rows) throws IOException {
        try (JsonParser json = JSON.createParser(file.toFile())) {
            new JsonReader(json, titles, mostRows, rows).read();
        } catch (StreamConstraintsException excessive) {
            throw new UnreadableFile(
                    "Файл JSON не принят: в нём слишком длинный текст или слишком глубокая вложенность.");
        } catch (JsonParseException broken) {
            throw new UnreadableFile(
                    broken.getOriginalMessage().startsWith("Duplicate field")
                            ? "В одном из объектов JSON поле встречается дважды (строка %d файла)."
                                    .formatted(broken.getLocation().getLineNr())
                            : "Файл JSON повреждён: ошибка в строке %d, знак %d."
                                    .formatted(
                                            broken.getLocation().getLineNr(),
                                            broken.getLocation().getColumnNr()),
                    broken);
        }
    }

    private void read() throws IOException {
        if (json.nextToken() == JsonToken.START_ARRAY) {
            readArray();
        } else {
            readObjectAround();
        }
        if (json.nextToken() != null) {
            throw new UnreadableFile("Файл JSON повреждён: после данных идёт что-то ещё.");
        }
        if (row == 0) {
            throw new UnreadableFile("В файле JSON нет ни одной записи.");
        }
    }

    private void readObjectAround() throws IOException {
        boolean found = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                json.skipChildren();
                continue;
            }
            if (found) {
                throw new UnreadableFile("В файле JSON больше одного массива: непонятно, в каком из них сообщения.");
            }
            found = true;
            readArray();
        }
        if (!found) {
            throw new UnreadableFile("В файле JSON нет массива с сообщениями.");
        }
    }

    private void readArray() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            row++;
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new UnreadableFile("Запись %d в файле JSON – не объект.".formatted(row));
            }
            if (row > mostRows) {
                throw new UnreadableFile("В файле больше %d записей. Разделите его на части и загрузите по очереди."
                        .formatted(mostRows));
            }
            readObject();
        }
    }

    private void readObject() throws IOException {
        Map<String, Cell> cells = new HashMap<>();
        List<String> fields = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            Cell cell = value();
            fields.add(field);
            titles.wanted(field).ifPresent(title -> cells.put(title, cell));
        }
        if (row == 1 && !titles.suffice(cells.keySet())) {
            throw titles.missing(cells.keySet(), fields);
        }
        rows.row(row, cells);
    }

    private Cell value() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Cell.text(json.getText());
            case VALUE_TRUE -> Cell.text("да");
            case VALUE_FALSE -> Cell.text("нет");
            case VALUE_NULL -> Cell.EMPTY;
            case START_ARRAY -> list();
            default -> {
                json.skipChildren();
                yield Cell.unreadable("{…}", "вместо значения вложенный объект");
            }
        };
    }

    /** Several links, for instance: one a line. */
    private Cell list() throws IOException {
        List<String> values = new ArrayList<>();
        boolean plain = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Cell each = value();
            plain &= each.problem() == null;
            values.add(each.text());
        }
        return plain
                ? Cell.text(StringUtils.collectionToDelimitedString(values, "\n"))
                : Cell.unreadable("[…]", "вместо значения список объектов");
    }
}
