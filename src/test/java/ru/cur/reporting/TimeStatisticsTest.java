package ru.cur.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.reporting.ReportDatabase.CLOCK;
import static ru.cur.reporting.ReportDatabase.ZONE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.cur.reporting.TimeFigures.Line;

class TimeStatisticsTest {

    private static final ReportPeriod NOVEMBER =
            new ReportPeriod(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));
    private static final String TEN = "2026-11-02T10:00";
    private static final String DUE = "2026-11-02T18:00";

    private final ReportDatabase database = ReportDatabase.empty();
    private final TimeStatistics statistics = new TimeStatistics(database.jdbc(), CLOCK, ZONE);

    @BeforeEach
    void threeCases() {
        answered("ПК-1", "admArsenyev");
        answered("ПК-2", "admArsenyev");
        answered("ПК-3", "primvodokanal");
        database.incident("ПК-4", "primvodokanal", "ROUTED", TEN, DUE, null);
        database.charge("ПК-1", 1, "SPAN", "CUR", 600);
        database.charge("ПК-1", 2, "SPAN", "BODY", 3600);
        database.charge("ПК-1", 3, "CORRECTION", "BODY", -600);
        database.charge("ПК-1", 4, "CLOSED", null, 999_999);
        database.charge("ПК-2", 1, "SPAN", "APPROVAL", 60);
        database.charge("ПК-3", 1, "SPAN", "BODY", 7200);
        database.charge("ПК-4", 1, "SPAN", "BODY", 50_000);
    }

    private void answered(String number, String body) {
        database.incident(number, body, "CLOSED", TEN, DUE, "2026-11-02T11:00");
    }

    private TimeFigures all() {
        return statistics.of(NOVEMBER, ReportScope.everyBody());
    }

    @Test
    void spansAndCorrectionsOfAnsweredCasesAreAddedUpByBody() {
        assertThat(all().bodies()).extracting(Line::bodyId).containsExactly("primvodokanal", "admArsenyev");
        assertThat(all().bodies()).extracting(Line::cases).containsExactly(1L, 2L);
        Line arsenyev = all().bodies().get(1);
        assertThat(arsenyev.workingSeconds())
                .containsEntry(TimeParty.CUR, 600L)
                .containsEntry(TimeParty.BODY, 3000L)
                .containsEntry(TimeParty.APPROVAL, 60L)
                .containsEntry(TimeParty.SUSPENDED, 0L);
        assertThat(arsenyev.totalSeconds()).isEqualTo(3660);
    }

    @Test
    void thePartiesAddUpToTheTotalInEveryLine() {
        assertThat(all().total().totalSeconds()).isEqualTo(10_860);
        assertThat(all().total().cases()).isEqualTo(3);
        assertThat(all().bodies()).allSatisfy(line -> assertThat(line.workingSeconds().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(line.totalSeconds()));
        assertThat(all().parties()).containsExactly(TimeParty.CUR, TimeParty.BODY, TimeParty.APPROVAL);
    }

    @Test
    void aBodyHeadSeesTheOwnBodyOnly() {
        assertThat(statistics.of(NOVEMBER, ReportScope.only("primvodokanal")).bodies())
                .extracting(Line::bodyId)
                .containsExactly("primvodokanal");
    }

    @Test
    void anEmptyPeriodIsATotalOfZeros() {
        ReportPeriod may = new ReportPeriod(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"));
        TimeFigures figures = statistics.of(may, ReportScope.everyBody());

        assertThat(figures.bodies()).isEmpty();
        assertThat(figures.total().totalSeconds()).isZero();
        assertThat(figures.parties()).isEmpty();
    }

    @Test
    void programsGetTheSameFigures() throws IOException {
        assertThat(TimeCsv.of(all()))
                .startsWith("bodyId,bodyName,cases,CUR_SECONDS,BODY_SECONDS,")
                .contains("admArsenyev,Администрация Арсеньева,2,600,3000,0,60,0,0,0,0,0,3660")
                .contains(",Всего,3,600,10200,0,60,0,0,0,0,0,10860");
    }

    @Test
    void theSheetHasNumbersOfHours() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SlaStatistics terms = database.statistics(CLOCK);
        try (Workbook book = new SlaWorkbook(ZONE, new RussianFormat(ZONE))
                .of(terms.of(NOVEMBER, ReportScope.everyBody()), all(), cases -> {})) {
            book.write(bytes);
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            Row total = book.getSheet("Время сторон").getRow(TimeSheet.HEADER_ROW + 3);
            assertThat(total.getCell(0).getStringCellValue()).isEqualTo("Всего");
            assertThat(total.getCell(2 + TimeParty.values().length).getCellType())
                    .isEqualTo(CellType.NUMERIC);
            assertThat(total.getCell(2 + TimeParty.values().length).getNumericCellValue())
                    .isEqualTo(10_860 / 3600.0);
            assertThat(total.getCell(3).getNumericCellValue()).isEqualTo(10_200 / 3600.0);
        }
    }
}
