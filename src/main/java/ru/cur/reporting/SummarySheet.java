package ru.cur.reporting;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import ru.cur.reporting.SlaFigures.AnswerTime;
import ru.cur.reporting.SlaFigures.Line;

/** «Сводка»: the table of the page, a line per body and the total under them. */
final class SummarySheet {

    static final String NAME = "Сводка";
    static final int HEADER_ROW = 5;
    static final int FIRST_BODY_ROW = HEADER_ROW + 1;
    static final int IN_TIME_COLUMN = 3;
    static final int LATE_COLUMN = 4;
    static final int OPEN_LATE_COLUMN = 5;

    private static final int CHARACTER = 256;
    private static final List<String> HEADERS = List.of(
            "Организация",
            "Поступило",
            "Срок ответа в периоде",
            "Ответ в срок",
            "Ответ с опозданием",
            "Срок прошёл, ответа нет",
            "Ждут ответа, срок впереди",
            "Доля в срок",
            "Среднее, ч",
            "Медиана, ч",
            "90 % быстрее, ч",
            "Среднее, раб. ч",
            "Медиана, раб. ч",
            "90 % быстрее, раб. ч");

    private final XSSFSheet sheet;
    private final BookStyles styles;
    private final RussianFormat format;
    private final ZoneId zone;

    SummarySheet(XSSFWorkbook book, BookStyles styles, RussianFormat format, ZoneId zone) {
        this.sheet = book.createSheet(NAME);
        this.styles = styles;
        this.format = format;
        this.zone = zone;
    }

    XSSFSheet sheet() {
        return sheet;
    }

    void write(SlaFigures figures) {
        writeHeading(figures);
        Row header = sheet.createRow(HEADER_ROW);
        header.setHeightInPoints(45);
        for (int column = 0; column < HEADERS.size(); column++) {
            put(header, column, HEADERS.get(column), styles.header);
            sheet.setColumnWidth(column, (column == 0 ? 46 : 13) * CHARACTER);
        }
        int row = FIRST_BODY_ROW;
        for (Line body : figures.bodies()) {
            writeBody(sheet.createRow(row++), body);
        }
        writeTotal(sheet.createRow(row), figures.total());
        sheet.createFreezePane(1, FIRST_BODY_ROW);
        // The total stays out of the filter, or sorting would carry it away.
        sheet.setAutoFilter(new CellRangeAddress(HEADER_ROW, Math.max(HEADER_ROW, row - 1), 0, HEADERS.size() - 1));
        BookStyles.printNicely(sheet, HEADER_ROW);
    }

    private void writeHeading(SlaFigures figures) {
        ReportPeriod period = figures.period();
        put(sheet.createRow(0), 0, "Сроки первого ответа", styles.title);
        String days = "Период: %s – %s, время %s"
                .formatted(format.day(period.from()), format.day(period.to()), ReportNotes.ZONE);
        put(sheet.createRow(1), 0, days, styles.text);
        Row made = sheet.createRow(2);
        put(made, 0, "Данные на момент:", styles.text);
        Cell moment = made.createCell(1);
        moment.setCellValue(LocalDateTime.ofInstant(figures.asOf(), zone));
        moment.setCellStyle(styles.moment);
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
        put(sheet.createRow(3), 0, ReportNotes.COUNTING, styles.note);
        put(sheet.createRow(4), 0, ReportNotes.TIMES, styles.note);
    }

    private void writeBody(Row row, Line line) {
        put(row, 0, line.bodyName(), styles.text);
        put(row, 1, line.received(), styles.count);
        put(row, 2, line.due(), styles.count);
        put(row, IN_TIME_COLUMN, line.inTime(), styles.count);
        put(row, LATE_COLUMN, line.late(), line.late() > 0 ? styles.lateCount : styles.count);
        put(row, OPEN_LATE_COLUMN, line.openLate(), line.openLate() > 0 ? styles.lateCount : styles.count);
        put(row, 6, line.open(), styles.count);
        put(row, 7, line.shareInTime(), styles.percent);
        put(row, 8, line.calendarHours(), styles.hours);
        put(row, 11, line.workingHours(), styles.hours);
    }

    private void writeTotal(Row row, Line line) {
        put(row, 0, line.bodyName(), styles.totalText);
        long[] counts = {line.received(), line.due(), line.inTime(), line.late(), line.openLate(), line.open()};
        for (int index = 0; index < counts.length; index++) {
            put(row, index + 1, counts[index], styles.totalCount);
        }
        put(row, 7, line.shareInTime(), styles.totalPercent);
        put(row, 8, line.calendarHours(), styles.totalHours);
        put(row, 11, line.workingHours(), styles.totalHours);
    }

    private static void put(Row row, int column, AnswerTime time, CellStyle style) {
        put(row, column, time.mean(), style);
        put(row, column + 1, time.median(), style);
        put(row, column + 2, time.p90(), style);
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private static void put(Row row, int column, Number value, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        if (value != null) {
            cell.setCellValue(value.doubleValue());
        }
    }
}
