package ru.cur.channel.exchange.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import ru.cur.channel.exchange.table.TableWriter.Column;

/** The sheets of one table, written to the disk as its rows come. */
final class WorkbookSheets implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int CHARACTER = 256;
    private static final SpreadsheetVersion LIMITS = SpreadsheetVersion.EXCEL2007;

    private final SXSSFWorkbook book = new SXSSFWorkbook(null, ROWS_IN_MEMORY);
    private final String name;
    private final List<Column> columns;
    private final CellStyle header;
    private final CellStyle plain;
    private final CellStyle text;
    private final CellStyle day;
    private final CellStyle moment;

    private SXSSFSheet sheet;
    private int row;

    WorkbookSheets(String name, List<Column> columns) {
        this.name = name;
        this.columns = columns;
        this.header = style("General");
        Font bold = book.createFont();
        bold.setBold(true);
        header.setFont(bold);
        this.plain = style("General");
        this.text = style("@");
        this.day = style("dd.mm.yyyy");
        this.moment = style("dd.mm.yyyy hh:mm");
        begin();
    }

    private CellStyle style(String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        return style;
    }

    private void begin() {
        int sheets = book.getNumberOfSheets() + 1;
        sheet = book.createSheet(sheets == 1 ? name : name + " " + sheets);
        Row titles = sheet.createRow(0);
        for (int column = 0; column < columns.size(); column++) {
            put(titles.createCell(column), columns.get(column).title(), header);
            sheet.setColumnWidth(column, columns.get(column).width() * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        row = 1;
    }

    void add(List<Object> line) {
        if (row == LIMITS.getMaxRows()) {
            finish();
            begin();
        }
        Row cells = sheet.createRow(row++);
        for (int column = 0; column < line.size(); column++) {
            if (line.get(column) != null) {
                put(cells.createCell(column), line.get(column));
            }
        }
    }

    private void put(Cell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(plain);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof LocalDateTime dateTime) {
            cell.setCellValue(dateTime);
            cell.setCellStyle(moment);
        } else {
            put(cell, value.toString(), text);
        }
    }

    private static void put(Cell cell, String value, CellStyle style) {
        int most = LIMITS.getMaxTextLength();
        cell.setCellValue(value.length() > most ? value.substring(0, most) : value);
        cell.setCellStyle(style);
    }

    private void finish() {
        sheet.setAutoFilter(new CellRangeAddress(0, row - 1, 0, columns.size() - 1));
    }

    void write(OutputStream out) throws IOException {
        finish();
        book.write(out);
    }

    /** Removes the temporary files, too. */
    @Override
    public void close() throws IOException {
        book.close();
    }
}
