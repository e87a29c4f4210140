package ru.cur.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.reporting.ReportDatabase.CLOCK;
import static ru.cur.reporting.ReportDatabase.ZONE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import ru.cur.reporting.SlaFigures.Line;

class SlaWorkbookTest {

    private static final ReportPeriod NOVEMBER =
            new ReportPeriod(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));
    private static final CaseQuery EVERYTHING = new CaseQuery(NOVEMBER, ReportScope.everyBody(), CaseGroup.ALL);

    private final ReportDatabase database = ReportDatabase.empty();
    private final SlaStatistics statistics = database.statistics(CLOCK);
    private final SlaWorkbook workbooks = new SlaWorkbook(ZONE, new RussianFormat(ZONE));

    @Test
    void theSummaryShowsTheFiguresAsNumbers() throws IOException {
        SampleCases.fill(database, 300);
        SlaFigures figures = figures();
        try (XSSFWorkbook book = written(figures)) {
            XSSFSheet sheet = book.getSheet("Сводка");
            List<Line> lines = new ArrayList<>(figures.bodies());
            lines.add(figures.total());
            for (int index = 0; index < lines.size(); index++) {
                assertShows(sheet.getRow(SummarySheet.FIRST_BODY_ROW + index), lines.get(index));
            }
            assertThat(sheet.getLastRowNum()).isEqualTo(SummarySheet.HEADER_ROW + lines.size());
            assertThat(sheet.getRow(2).getCell(1).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.parse("2026-11-23T10:00"));
        }
    }

    private static void assertShows(Row row, Line line) {
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo(line.bodyName());
        Object[] expected = {
            line.received(),
            line.due(),
            line.inTime(),
            line.late(),
            line.openLate(),
            line.open(),
            line.shareInTime(),
            line.calendarHours().mean(),
            line.calendarHours().median(),
            line.calendarHours().p90(),
            line.workingHours().mean(),
            line.workingHours().median(),
            line.workingHours().p90()
        };
        for (int index = 0; index < expected.length; index++) {
            Cell cell = row.getCell(index + 1);
            if (expected[index] == null) {
                assertThat(cell.getCellType()).isEqualTo(CellType.BLANK);
            } else {
                assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
                assertThat(cell.getNumericCellValue()).isEqualTo(((Number) expected[index]).doubleValue());
            }
        }
        assertThat(row.getCell(7).getCellStyle().getDataFormatString()).isEqualTo("0.0%");
    }

    @Test
    void theCasesAreAllThereWithRealDates() throws IOException {
        SampleCases.fill(database, 300);
        List<SlaCase> cases = new ArrayList<>();
        statistics.forEachCase(EVERYTHING, ReportDatabase.NOW, cases::add);
        try (XSSFWorkbook book = written(figures())) {
            XSSFSheet sheet = book.getSheet("Инциденты");
            assertThat(sheet.getLastRowNum()).isEqualTo(cases.size());
            for (int index = 0; index < cases.size(); index++) {
                SlaCase one = cases.get(index);
                Row row = sheet.getRow(index + 1);
                assertThat(row.getCell(0).getStringCellValue()).isEqualTo(one.number());
                assertThat(DateUtil.isCellDateFormatted(row.getCell(6))).isTrue();
                assertThat(row.getCell(6).getLocalDateTimeCellValue())
                        .isEqualTo(LocalDateTime.ofInstant(one.registeredAt(), ZONE));
            }
        }
    }

    @Test
    void sheetsAreReadyToReadFilterAndPrint() throws IOException {
        SampleCases.fill(database, 50);
        try (XSSFWorkbook book = written(figures())) {
            for (String name : List.of("Сводка", "Инциденты")) {
                XSSFSheet sheet = book.getSheet(name);
                int header = name.equals("Сводка") ? SummarySheet.HEADER_ROW : 0;
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow())
                        .isEqualTo((short) (header + 1));
                assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A" + (header + 1) + ":");
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
                assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(header);
                assertThat(sheet.getColumnWidth(0)).isGreaterThan(10 * 256);
            }
            assertThat(book.getSheetName(0)).isEqualTo("Сводка");
            assertThat(book.getSheetName(1)).isEqualTo("График");
            assertThat(book.getSheetName(2)).isEqualTo("Время сторон");
            assertThat(book.getSheetName(3)).isEqualTo("Инциденты");
        }
    }

    @Test
    void theChartIsDrawnFromTheCellsOfTheSummary() throws IOException {
        SampleCases.fill(database, 50);
        SlaFigures figures = figures();
        try (XSSFWorkbook book = written(figures)) {
            List<XSSFChart> charts =
                    book.getSheet("График").getDrawingPatriarch().getCharts();
            assertThat(charts.get(0).getCTChart().xmlText()).contains("overlap val=\"100\"");
            int first = SummarySheet.FIRST_BODY_ROW + 1;
            int last = SummarySheet.FIRST_BODY_ROW + figures.bodies().size();
            assertThat(charts).hasSize(1);
            assertThat(charts.get(0)
                            .getCTChart()
                            .getPlotArea()
                            .getBarChartArray(0)
                            .getSerList())
                    .extracting(series -> series.getVal().getNumRef().getF())
                    .containsExactly(
                            "Сводка!$D$%d:$D$%d".formatted(first, last),
                            "Сводка!$E$%d:$E$%d".formatted(first, last),
                            "Сводка!$F$%d:$F$%d".formatted(first, last));
        }
    }

    @Test
    void anEmptyPeriodIsAWorkbookToo() throws IOException {
        try (XSSFWorkbook book = written(figures())) {
            assertThat(book.getSheet("График").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("За период инцидентов нет.");
            assertThat(book.getSheet("Инциденты").getLastRowNum()).isZero();
        }
    }

    @Test
    void aFullSheetIsFollowedByAnother() throws IOException {
        SampleCases.fill(database, 20);
        List<SlaCase> cases = new ArrayList<>();
        statistics.forEachCase(EVERYTHING, ReportDatabase.NOW, cases::add);
        try (XSSFWorkbook start = new XSSFWorkbook();
                SXSSFWorkbook book = new SXSSFWorkbook(start)) {
            CasesSheet sheet = new CasesSheet(book, new BookStyles(start), ZONE, cases.size() - 3);
            cases.forEach(sheet::add);
            sheet.finish();

            assertThat(book.getSheet("Инциденты").getLastRowNum()).isEqualTo(cases.size() - 3);
            assertThat(book.getSheet("Инциденты 2").getLastRowNum()).isEqualTo(3);
        }
    }

    private SlaFigures figures() {
        return statistics.of(NOVEMBER, ReportScope.everyBody());
    }

    private TimeFigures times() {
        return new TimeStatistics(database.jdbc(), CLOCK, ZONE).of(NOVEMBER, ReportScope.everyBody());
    }

    private XSSFWorkbook written(SlaFigures figures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book =
                workbooks.of(figures, times(), cases -> statistics.forEachCase(EVERYTHING, figures.asOf(), cases))) {
            book.write(bytes);
        }
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
