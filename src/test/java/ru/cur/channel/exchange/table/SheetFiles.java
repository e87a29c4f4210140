package ru.cur.channel.exchange.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as other systems make them. */
public final class SheetFiles {

    private SheetFiles() {}

    /** A sheet with these rows; a cell is a text, a number, a moment, or null. */
    public static byte[] workbook(List<List<Object>> rows) {
        return workbook(rows, sheet -> {});
    }

    /** The same with cells that are merged. */
    public static byte[] workbook(List<List<Object>> rows, String merged) {
        return workbook(rows, sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf(merged)));
    }

    /** The same with something done to it. */
    static byte[] workbook(List<List<Object>> rows, Consumer<XSSFSheet> more) {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Выгрузка");
            for (int row = 0; row < rows.size(); row++) {
                fill(sheet.createRow(row), rows.get(row));
            }
            more.accept(sheet);
            return bytes(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Row cells, List<Object> values) {
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            if (value != null) {
                put(cells.createCell(column), value);
            }
        }
    }

    static void put(Cell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDateTime moment) {
            cell.setCellValue(moment);
            cell.setCellStyle(format(cell, "dd.mm.yyyy hh:mm"));
        } else {
            cell.setCellValue(value.toString());
        }
    }

    static CellStyle format(Cell cell, String format) {
        Workbook book = cell.getSheet().getWorkbook();
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static byte[] bytes(Workbook book) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(bytes);
        return bytes.toByteArray();
    }
}
