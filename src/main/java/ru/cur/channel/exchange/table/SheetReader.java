package ru.cur.channel.exchange.table;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;

/** Reads the rows of one sheet as its XML goes by. */
final class SheetReader {
    private final SharedTexts shared;
    private final NumberCells numbers;
    private final HeadedRows rows;

    private final Map<Integer, Cell> cells = new HashMap<>();
    private int row;
    private int column;
    private String type;
    private String style;
    private boolean formula;
    private String value;

    SheetReader(SharedTexts shared, NumberCells numbers, HeadedRows rows) {
        this.shared = shared;
        this.numbers = numbers;
        this.rows = rows;
    }

    void read(InputStream sheet) throws XMLStreamException {
        XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(sheet);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                begin(xml);
            } else if (event == XMLStreamReader.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "row" -> beginRow(xml.getAttributeValue(null, "r"));
            case "c" -> beginCell(xml);
            case "f" -> formula = true;
            case "v" -> value = SharedTexts.textOf(xml, "v");
            case "is" -> value = SharedTexts.textOf(xml, "is");
            case "mergeCell" -> merged(xml.getAttributeValue(null, "ref"));
            default -> {
                // Widths, heights, conditions: of no interest.
            }
        }
    }

    private void beginRow(String number) {
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = -1;
        cells.clear();
    }

    private void beginCell(XMLStreamReader xml) {
        String reference = xml.getAttributeValue(null, "r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = xml.getAttributeValue(null, "t");
        style = xml.getAttributeValue(null, "s");
        formula = false;
        value = "";
    }

    private void end(String element) {
        if (element.equals("c")) {
            Cell cell = cell();
            if (!cell.isBlank()) {
                cells.put(column, cell);
            }
        } else if (element.equals("row")) {
            rows.row(row, Map.copyOf(cells));
        }
    }

    private Cell cell() {
        if (value.isEmpty()) {
            return formula && !"str".equals(type)
                    ? Cell.unreadable("", "формула без вычисленного значения: откройте файл в Excel и сохраните его")
                    : Cell.EMPTY;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> Cell.text(shared.get(Integer.parseInt(value)));
            case "b" -> Cell.text(value.equals("1") ? "да" : "нет");
            case "e" -> Cell.unreadable(value, "ошибка в формуле");
            case "d" -> NumberCells.isoMoment(value);
            case "n" -> numbers.cell(value, style);
            default -> Cell.text(value);
        };
    }

    private void merged(String range) {
        CellRangeAddress place = CellRangeAddress.valueOf(range);
        rows.merged(
                place.getFirstRow() + 1, place.getLastRow() + 1, place.getFirstColumn(), place.getLastColumn(), range);
    }
}
