package ru.cur.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static ru.cur.reporting.ReportDatabase.CLOCK;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.cur.reporting.SlaFigures.Line;

class SlaStatisticsTest {

    private static final ReportPeriod NOVEMBER =
            new ReportPeriod(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));

    private ReportDatabase database;
    private SlaStatistics statistics;

    @BeforeEach
    void startEmpty() {
        database = ReportDatabase.empty();
        statistics = database.statistics(CLOCK);
    }

    @Test
    void nothingInThePeriodIsATotalOfZeros() {
        SlaFigures figures = all();

        assertThat(figures.bodies()).isEmpty();
        assertThat(figures.total().received()).isZero();
        assertThat(figures.total().shareInTime()).isNull();
        assertThat(figures.total().calendarHours()).isEqualTo(new SlaFigures.AnswerTime(null, null, null));
    }

    @Test
    void anAnswerAtTheVeryMomentOfTheTermIsInTime() {
        answered("1", "2026-11-02T10:00", "2026-11-02T18:00", "2026-11-02T18:00");

        assertThat(all().total())
                .extracting(Line::inTime, Line::late, Line::shareInTime)
                .containsExactly(1L, 0L, 1.0);
    }

    @Test
    void anAnswerAMinuteAfterTheTermIsLate() {
        answered("1", "2026-11-02T10:00", "2026-11-02T18:00", "2026-11-02T18:01");

        assertThat(all().total())
                .extracting(Line::inTime, Line::late, Line::shareInTime)
                .containsExactly(0L, 1L, 0.0);
    }

    @Test
    void anUnansweredCaseIsLateOnlyAfterItsTerm() {
        waiting("at the term", "2026-11-20T10:00", "2026-11-23T10:00");
        waiting("after it", "2026-11-20T10:00", "2026-11-23T09:59");

        assertThat(all().total())
                .extracting(Line::openLate, Line::open, Line::due, Line::shareInTime)
                .containsExactly(1L, 1L, 2L, 0.0);
    }

    @Test
    void thePeriodIsThatOfTheTermAndReceivedCountsRegistrations() {
        answered("due before", "2026-10-30T10:00", "2026-10-31T23:59", "2026-10-31T12:00");
        answered("registered before", "2026-10-31T23:59", "2026-11-01T00:00", "2026-11-01T12:00");
        waiting("due after", "2026-11-30T23:59", "2026-12-01T00:00");

        assertThat(all().total())
                .extracting(Line::received, Line::due, Line::late)
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void rejectedMergedAndClosedWithoutAnAnswerNeedNone() {
        database.incident("1", null, "REJECTED", "2026-11-02T10:00", "2026-11-02T18:00", null);
        database.incident("2", null, "MERGED", "2026-11-02T10:00", "2026-11-02T18:00", null);
        database.incident("3", "admArsenyev", "CLOSED", "2026-11-02T10:00", "2026-11-02T18:00", null);

        assertThat(all().total())
                .extracting(Line::received, Line::due, Line::openLate)
                .containsExactly(1L, 0L, 0L);
    }

    @Test
    void aNewMessageWithoutTermOrBodyIsReceivedOnly() {
        database.incident("1", null, "NEW", "2026-11-23T09:00", null, null);

        assertThat(all().bodies()).singleElement().satisfies(line -> {
            assertThat(line.bodyId()).isEqualTo(ReportScope.NO_BODY);
            assertThat(line.bodyName()).isEqualTo("Исполнитель не назначен");
            assertThat(line.received()).isEqualTo(1);
            assertThat(line.due()).isZero();
        });
    }

    @Test
    void timesAreThoseOfAnsweredCasesFromRegistrationToPublication() {
        database.incident("1", "admArsenyev", "CLOSED", "2026-11-02T10:00", "2026-11-02T18:00", "2026-11-02T11:00", 60);
        database.incident("2", "admArsenyev", "CLOSED", "2026-11-02T10:00", "2026-11-02T18:00", "2026-11-02T12:00", 90);
        database.incident(
                "3", "admArsenyev", "CLOSED", "2026-11-02T10:00", "2026-11-02T18:00", "2026-11-03T10:00", 480);
        waiting("4", "2026-11-02T10:00", "2026-11-02T18:00");

        Line total = all().total();
        assertThat(total.calendarHours().mean()).isCloseTo(9.0, within(1e-9));
        assertThat(total.calendarHours().median()).isCloseTo(2.0, within(1e-9));
        assertThat(total.calendarHours().p90()).isCloseTo(19.6, within(1e-9));
        assertThat(total.workingHours().mean()).isCloseTo(3.5, within(1e-9));
        assertThat(total.workingHours().median()).isCloseTo(1.5, within(1e-9));
        assertThat(total.workingHours().p90()).isCloseTo(6.7, within(1e-9));
        assertThat(total.shareInTime()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void theTotalMedianIsThatOfAllCasesNotOfTheLines() {
        database.incident("1", "admArsenyev", "CLOSED", "2026-11-02T10:00", "2026-11-02T18:00", "2026-11-02T11:00");
        database.incident("2", "admArsenyev", "CLOSED", "2026-11-02T10:00", "2026-11-02T18:00", "2026-11-02T11:00");
        database.incident("3", "primvodokanal", "CLOSED", "2026-11-02T10:00", "2026-11-02T18:00", "2026-11-02T17:00");

        assertThat(all().total().calendarHours().median()).isEqualTo(1.0);
    }

    @Test
    void theBodyWithMostLateCasesComesFirst() {
        answered("1", "2026-11-02T10:00", "2026-11-02T18:00", "2026-11-02T11:00");
        database.incident("2", "primvodokanal", "ROUTED", "2026-11-02T10:00", "2026-11-02T18:00", null);

        assertThat(all().bodies())
                .extracting(Line::bodyName)
                .containsExactly("КГУП «Приморский водоканал»", "Администрация Арсеньева");
    }

    @Test
    void aBodyHeadSeesTheOwnBodyOnly() {
        answered("1", "2026-11-02T10:00", "2026-11-02T18:00", "2026-11-02T11:00");
        database.incident("2", "primvodokanal", "ROUTED", "2026-11-02T10:00", "2026-11-02T18:00", null);
        database.incident("3", null, "NEW", "2026-11-02T10:00", null, null);

        SlaFigures figures = statistics.of(NOVEMBER, ReportScope.only("primvodokanal"));

        assertThat(figures.bodies()).extracting(Line::bodyId).containsExactly("primvodokanal");
        assertThat(figures.total().received()).isEqualTo(1);
    }

    @Test
    void theSameCaseIsOpenBeforeItsTermAndLateAfterIt() {
        waiting("1", "2026-11-20T10:00", "2026-11-23T18:00");
        var evening = Clock.fixed(ReportDatabase.at("2026-11-23T18:01"), ZoneOffset.UTC);

        assertThat(all().total().open()).isEqualTo(1);
        assertThat(database.statistics(evening)
                        .of(NOVEMBER, ReportScope.everyBody())
                        .total()
                        .openLate())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ALL")
    void everyFigureIsTheLengthOfItsList(CaseGroup group) {
        SampleCases.fill(database, 400);
        SlaFigures figures = all();

        for (Line line : figures.bodies()) {
            assertThat(listed(group, ReportScope.only(line.bodyId())))
                    .as(line.bodyName())
                    .isEqualTo(figure(line, group));
        }
        assertThat(listed(group, ReportScope.everyBody())).isEqualTo(figure(figures.total(), group));
    }

    @Test
    void theOutcomesAddUpToTheCasesDue() {
        SampleCases.fill(database, 400);

        assertThat(all().bodies())
                .allSatisfy(line -> assertThat(line.inTime() + line.late() + line.openLate() + line.open())
                        .isEqualTo(line.due()));
    }

    @Test
    void pagesCoverTheListOnceAndOnlyOnce() {
        SampleCases.fill(database, 120);
        var query = new CaseQuery(NOVEMBER, ReportScope.everyBody(), CaseGroup.DUE);
        CasePage first = statistics.page(query, 1, 50);
        List<String> numbers = new ArrayList<>();
        for (int page = 1; page <= first.pages(); page++) {
            statistics.page(query, page, 50).cases().forEach(one -> numbers.add(one.number()));
        }

        assertThat(numbers).doesNotHaveDuplicates().hasSize((int) first.total());
        assertThat(statistics.page(query, 99, 50).number()).isEqualTo(first.pages());
        assertThat(statistics.page(query, -5, 50).number()).isEqualTo(1);
    }

    @Test
    void whoWaitsForAnAnswerHasSoManyWorkingHoursLeft() {
        database.incident("ПК-1", "admArsenyev", "IN_PROGRESS", "2026-11-20T16:00", "2026-11-23T16:00", null);
        database.incident("ПК-2", "admArsenyev", "IN_PROGRESS", "2026-11-19T09:00", "2026-11-20T16:00", null);
        database.incident("ПК-3", "admArsenyev", "CLOSED", "2026-11-20T09:00", "2026-11-23T16:00", "2026-11-20T10:00");

        List<SlaCase> cases = statistics
                .page(new CaseQuery(NOVEMBER, ReportScope.everyBody(), CaseGroup.ALL), 1, 10)
                .cases();

        // Monday ten o'clock: five hours without lunch; on the other hand two on Friday and one this morning.
        assertThat(cases)
                .extracting(SlaCase::number, SlaCase::remainingWorkingHours)
                .containsExactly(tuple("ПК-2", -3.0), tuple("ПК-1", 5.0), tuple("ПК-3", null));
    }

    private SlaFigures all() {
        return statistics.of(NOVEMBER, ReportScope.everyBody());
    }

    private long listed(CaseGroup group, ReportScope scope) {
        List<SlaCase> cases = new ArrayList<>();
        statistics.forEachCase(new CaseQuery(NOVEMBER, scope, group), ReportDatabase.NOW, cases::add);
        assertThat(statistics.page(new CaseQuery(NOVEMBER, scope, group), 1, 10).total())
                .isEqualTo(cases.size());
        return cases.size();
    }

    private static long figure(Line line, CaseGroup group) {
        return switch (group) {
            case RECEIVED -> line.received();
            case DUE -> line.due();
            case IN_TIME -> line.inTime();
            case ANSWERED -> line.inTime() + line.late();
            case LATE -> line.late();
            case OPEN_LATE -> line.openLate();
            case OPEN -> line.open();
            case ALL -> throw new IllegalArgumentException("The page shows no such figure");
        };
    }

    private void answered(String number, String registered, String due, String published) {
        database.incident(number, "admArsenyev", "CLOSED", registered, due, published);
    }

    private void waiting(String number, String registered, String due) {
        database.incident(number, "admArsenyev", "ROUTED", registered, due, null);
    }
}
