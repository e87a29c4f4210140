package ru.cur.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionCalendarTest {
    private final ProductionCalendar published = PublishedCalendar.read();

    @ParameterizedTest
    @CsvSource({"2025, 247, 1972", "2026, 247, 1972"})
    void aPublishedYearHasItsOfficialNorm(int year, int days, int hours) {
        assertThat(workingDays(daysOf(year)).count()).isEqualTo(days);
        assertThat(hours(daysOf(year))).isEqualTo(hours);
    }

    @Test
    void theMonthsOf2026HaveTheirOfficialNumberOfWorkingDays() {
        List<Long> months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(2026, month))
                .map(month -> workingDays(
                                month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)))
                        .count())
                .toList();

        assertThat(months).containsExactly(15L, 19L, 21L, 22L, 19L, 21L, 23L, 21L, 22L, 22L, 20L, 22L);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-09, WORK, the first working day of 2025",
        "2025-02-24, WORK, the Monday after a holiday on Sunday that was moved to May",
        "2025-03-07, SHORT, the eve of Saturday 8 March",
        "2025-04-30, SHORT, the eve of 1 May",
        "2025-05-02, OFF, moved from 4 January",
        "2025-05-08, OFF, moved from 23 February",
        "2025-06-11, SHORT, the eve of 12 June",
        "2025-06-13, OFF, moved from 8 March",
        "2025-11-01, SHORT, a working Saturday and the eve of a day off",
        "2025-11-02, OFF, a Sunday",
        "2025-11-03, OFF, moved from 1 November",
        "2025-12-31, OFF, moved from 5 January",
        "2026-01-09, OFF, moved from a weekend",
        "2026-01-12, WORK, the first working day of 2026",
        "2026-02-20, WORK, a Friday before a weekend is not an eve",
        "2026-02-23, OFF, a holiday on Monday",
        "2026-03-09, OFF, moved from Sunday 8 March",
        "2026-04-30, SHORT, the eve of 1 May",
        "2026-05-08, SHORT, the eve of Saturday 9 May",
        "2026-05-11, OFF, moved from Saturday 9 May",
        "2026-06-12, OFF, a holiday on Friday",
        "2026-11-03, SHORT, the eve of 4 November",
        "2026-11-04, OFF, a holiday on Wednesday",
        "2026-12-30, WORK, the last working day of 2026",
        "2026-12-31, OFF, moved from a weekend",
    })
    void publishedDaysAreAsTheGovernmentDecreed(LocalDate day, DayKind kind, String why) {
        assertThat(published.kindOf(day)).as(why).isEqualTo(kind);
    }

    @Test
    void everyPublishedDaySaysWhyInRussian() {
        assertThat(PublishedCalendar.rows()).isNotEmpty().allSatisfy(row -> assertThat(row[2])
                .matches("\"\\p{IsCyrillic}[^\"]+\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-01", "01-08", "02-23", "03-08", "05-01", "05-09", "06-12", "11-04"})
    void inAYearThatIsNotPublishedTheHolidaysOfTheLabourCodeAreOff(String monthDay) {
        LocalDate holiday = LocalDate.parse("2029-" + monthDay);

        assertThat(published.kindOf(holiday)).isEqualTo(DayKind.OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-09, OFF, a Saturday",
        "2027-01-11, WORK, transfers are not guessed",
        "2027-02-22, WORK, eves are not shortened before the decree",
        "2027-12-31, WORK, the government may still move a day off here",
    })
    void aYearThatIsNotPublishedHasNoTransfersAndNoShortDays(LocalDate day, DayKind kind, String why) {
        assertThat(published.kindOf(day)).as(why).isEqualTo(kind);
    }

    @Test
    void onlyYearsInTheTableAreFinal() {
        assertThat(published.isProvisional(2025)).isFalse();
        assertThat(published.isProvisional(2026)).isFalse();
        assertThat(published.isProvisional(2027)).isTrue();
    }

    @Test
    void whatAnAdministratorEnteredWinsInAnyYear() {
        Map<LocalDate, ProductionCalendar.Day> days = new HashMap<>(published.exceptions());
        days.put(LocalDate.of(2027, 1, 4), new ProductionCalendar.Day(DayKind.WORK, null));
        days.put(LocalDate.of(2027, 3, 15), new ProductionCalendar.Day(DayKind.OFF, null));
        days.put(LocalDate.of(2026, 7, 1), new ProductionCalendar.Day(DayKind.SHORT, null));
        ProductionCalendar changed = new ProductionCalendar(days, Set.of(2025, 2026));

        assertThat(changed.kindOf(LocalDate.of(2027, 1, 4))).isEqualTo(DayKind.WORK);
        assertThat(changed.kindOf(LocalDate.of(2027, 3, 15))).isEqualTo(DayKind.OFF);
        assertThat(changed.kindOf(LocalDate.of(2026, 7, 1))).isEqualTo(DayKind.SHORT);
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private Stream<LocalDate> workingDays(Stream<LocalDate> days) {
        return days.filter(day -> published.kindOf(day) != DayKind.OFF);
    }

    private long hours(Stream<LocalDate> days) {
        return days.flatMap(day -> WorkingHours.DEFAULT.of(published.kindOf(day), day.getDayOfWeek()).stream())
                        .mapToLong(interval -> interval.to() - interval.from())
                        .sum()
                / 60;
    }
}
