package ru.cur.reporting;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.util.StringUtils;

/** «Время сторон»: whose the working time of the answered cases was, in hours. */
final class TimeSheet {

    static final String NAME = "Время сторон";
    static final int HEADER_ROW = 2;

    private static final int CHARACTER = 256;
    private static final TimeParty[] PARTIES = TimeParty.values();

    private final XSSFSheet sheet;
    private final BookStyles styles;

    private TimeSheet(XSSFSheet sheet, BookStyles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    static void write(XSSFWorkbook book, TimeFigures figures, BookStyles styles) {
        new TimeSheet(book.createSheet(NAME), styles).write(figures);
    }

    private void write(TimeFigures figures) {
        put(sheet.createRow(0), 0, ReportNotes.TIME_TITLE + ", рабочих часов", styles.title);
        put(sheet.createRow(1), 0, ReportNotes.TIME_OF_PARTIES, styles.note);
        writeHeader();
        int row = HEADER_ROW + 1;
        for (TimeFigures.Line body : figures.bodies()) {
            put(sheet.createRow(row++), body, styles.text, styles.count, styles.hours);
        }
        put(sheet.createRow(row), figures.total(), styles.totalText, styles.totalCount, styles.totalHours);
        sheet.createFreezePane(1, HEADER_ROW + 1);
        BookStyles.printNicely(sheet, HEADER_ROW);
    }

    private void writeHeader() {
        Row header = sheet.createRow(HEADER_ROW);
        header.setHeightInPoints(32);
        put(header, 0, "Организация", styles.header);
        put(header, 1, CaseGroup.ANSWERED.label(), styles.header);
        for (TimeParty party : PARTIES) {
            put(header, 2 + party.ordinal(), StringUtils.capitalize(party.label()), styles.header);
        }
        put(header, 2 + PARTIES.length, "Всего", styles.header);
        for (int column = 0; column <= 2 + PARTIES.length; column++) {
            sheet.setColumnWidth(column, (column == 0 ? 46 : 15) * CHARACTER);
        }
    }

    private static void put(Row row, TimeFigures.Line line, CellStyle text, CellStyle count, CellStyle hours) {
        put(row, 0, line.bodyName(), text);
        put(row, 1, (double) line.cases(), count);
        for (TimeParty party : List.of(PARTIES)) {
            put(row, 2 + party.ordinal(), line.hours(party), hours);
        }
        put(row, 2 + PARTIES.length, line.totalHours(), hours);
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private static void put(Row row, int column, double value, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }
}
