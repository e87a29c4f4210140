package ru.cur.reporting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** «Инциденты»: a row per case, written as it comes; a full sheet is followed by «Инциденты 2». */
final class CasesSheet {

    static final String NAME = "Инциденты";

    private static final int LAST_ROW = 1_048_575;
    private static final int CHARACTER = 256;

    /** A column of the sheet. */
    private record Column(String header, int width) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("Номер", 18),
            new Column("Тема", 34),
            new Column("Муниципалитет", 34),
            new Column("Организация", 40),
            new Column("Срочность", 11),
            new Column("Статус", 28),
            new Column("Зарегистрирован", 17),
            new Column("Срок первого ответа", 17),
            new Column("Первый ответ", 17),
            new Column("Итог по сроку", 27),
            new Column("Поступил в периоде", 13),
            new Column("Время ответа, ч", 14),
            new Column("Время ответа, раб. ч", 16),
            new Column("Осталось до срока, раб. ч", 16),
            new Column("Как рассчитан срок", 90));

    private final SXSSFWorkbook book;
    private final BookStyles styles;
    private final ZoneId zone;
    private final int lastRow;

    private SXSSFSheet sheet;
    private int sheets;
    private int row;

    CasesSheet(SXSSFWorkbook book, BookStyles styles, ZoneId zone) {
        this(book, styles, zone, LAST_ROW);
    }

    /** For tests: a sheet that is full sooner. */
    CasesSheet(SXSSFWorkbook book, BookStyles styles, ZoneId zone, int lastRow) {
        this.book = book;
        this.styles = styles;
        this.zone = zone;
        this.lastRow = lastRow;
        begin();
    }

    void add(SlaCase incident) {
        if (row > lastRow) {
            finish();
            begin();
        }
        Row cells = sheet.createRow(row++);
        put(cells, 0, incident.number(), styles.text);
        put(cells, 1, incident.categoryName(), styles.text);
        put(cells, 2, incident.municipalityName(), styles.text);
        put(cells, 3, incident.bodyName() == null ? SlaStatistics.NO_BODY_NAME : incident.bodyName(), styles.text);
        put(cells, 4, incident.severity(), styles.text);
        put(cells, 5, StatusNames.of(incident.status()), styles.text);
        put(cells, 6, incident.registeredAt());
        put(cells, 7, incident.firstAnswerDue());
        put(cells, 8, incident.firstPublishedAt());
        String outcome = incident.outcome() == null
                ? "Срок вне периода"
                : incident.outcome().label();
        put(cells, 9, outcome, incident.late() ? styles.lateText : styles.text);
        put(cells, 10, incident.received() ? "да" : "нет", styles.text);
        put(cells, 11, incident.calendarHours());
        put(cells, 12, incident.workingHours());
        put(cells, 13, incident.remainingWorkingHours());
        put(cells, 14, incident.termExplanation(), styles.text);
    }

    /** To be called after the last case. */
    void finish() {
        sheet.setAutoFilter(new CellRangeAddress(0, row - 1, 0, COLUMNS.size() - 1));
    }

    private void begin() {
        sheets++;
        sheet = book.createSheet(sheets == 1 ? NAME : NAME + " " + sheets);
        Row header = sheet.createRow(0);
        header.setHeightInPoints(32);
        for (int column = 0; column < COLUMNS.size(); column++) {
            put(header, column, COLUMNS.get(column).header(), styles.header);
            sheet.setColumnWidth(column, COLUMNS.get(column).width() * CHARACTER);
        }
        sheet.createFreezePane(1, 1);
        BookStyles.printNicely(sheet, 0);
        row = 1;
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        if (text != null) {
            Cell cell = row.createCell(column);
            cell.setCellValue(text);
            cell.setCellStyle(style);
        }
    }

    // A workbook knows no zones: people read the region's time.
    private void put(Row row, int column, Instant moment) {
        if (moment != null) {
            Cell cell = row.createCell(column);
            cell.setCellValue(LocalDateTime.ofInstant(moment, zone));
            cell.setCellStyle(styles.moment);
        }
    }

    private void put(Row row, int column, Double hours) {
        if (hours != null) {
            Cell cell = row.createCell(column);
            cell.setCellValue(hours);
            cell.setCellStyle(styles.hours);
        }
    }
}
