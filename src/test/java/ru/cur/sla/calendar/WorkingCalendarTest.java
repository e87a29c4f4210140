package ru.cur.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static ru.cur.sla.calendar.PublishedCalendar.VLADIVOSTOK;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = PublishedCalendar.ofTheRegion();

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, 8, 2026-11-24T10:00, 2026-11-24T00:00:00Z, a working day later",
        "2026-11-20T17:59, 8, 2026-11-23T17:59, 2026-11-23T07:59:00Z, over a weekend",
        "2026-11-21T12:00, 8, 2026-11-23T18:00, 2026-11-23T08:00:00Z, from a Saturday",
        "2026-11-03T15:00, 8, 2026-11-05T16:00, 2026-11-05T06:00:00Z, a short day and a holiday",
        "2026-11-03T16:30, 4, 2026-11-05T12:30, 2026-11-05T02:30:00Z, half an hour of a short day",
        "2026-04-30T16:00, 8, 2026-05-04T17:00, 2026-05-04T07:00:00Z, a short day and a long weekend",
        "2026-05-08T16:30, 4, 2026-05-12T12:30, 2026-05-12T02:30:00Z, a moved day off",
        "2026-06-11T12:30, 9, 2026-06-15T15:30, 2026-06-15T05:30:00Z, lunch and a short day and a holiday on Friday",
        "2025-10-31T17:00, 8, 2025-11-01T17:00, 2025-11-01T07:00:00Z, into a working Saturday that is short",
        "2025-11-01T10:00, 8, 2025-11-05T11:00, 2025-11-05T01:00:00Z, from a working Saturday over four days off",
        "2025-12-30T17:00, 4, 2026-01-12T12:00, 2026-01-12T02:00:00Z, over New Year",
        "2026-11-24T02:15, 4, 2026-11-24T13:00, 2026-11-24T03:00:00Z, from the night to the beginning of lunch",
        "2026-11-24T12:30, 1, 2026-11-24T14:30, 2026-11-24T04:30:00Z, over lunch",
    })
    void workingHoursEndWhenTheyHaveBeenWorked(
            LocalDateTime start, int hours, LocalDateTime local, Instant utc, String why) {
        assertThat(calendar.deadline(utc(start), new Term(hours, TermUnit.WORKING_HOURS)))
                .as(why)
                .isEqualTo(utc)
                .isEqualTo(utc(local));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T17:30, 60, 2026-11-25T09:30",
        "2026-11-24T12:45, 30, 2026-11-24T14:15",
        "2026-11-03T16:45, 30, 2026-11-05T09:15",
    })
    void workingMinutesAreCountedAsWorkingHoursAre(LocalDateTime start, int minutes, LocalDateTime due) {
        assertThat(calendar.deadline(utc(start), new Term(minutes, TermUnit.WORKING_MINUTES)))
                .isEqualTo(utc(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, 1, 2026-11-24T18:00, the day after the start",
        "2026-11-23T23:59, 1, 2026-11-24T18:00, the hour of the start does not matter",
        "2026-11-20T10:00, 7, 2026-12-01T18:00, over two weekends",
        "2026-11-21T10:00, 1, 2026-11-23T18:00, from a Saturday",
        "2026-11-02T10:00, 1, 2026-11-03T17:00, ends with a short day",
        "2026-11-03T10:00, 1, 2026-11-05T18:00, over a holiday",
        "2025-10-31T10:00, 1, 2025-11-01T17:00, a working Saturday counts",
        "2025-12-30T10:00, 1, 2026-01-12T18:00, over New Year",
        "2026-12-30T10:00, 1, 2027-01-11T18:00, into a year that is not published yet",
    })
    void workingDaysEndWithTheWorkingDay(LocalDateTime start, int days, LocalDateTime due, String why) {
        assertThat(calendar.deadline(utc(start), new Term(days, TermUnit.WORKING_DAYS)))
                .as(why)
                .isEqualTo(utc(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:50, 15, CALENDAR_MINUTES, 2026-01-01T00:05",
        "2026-11-21T23:00, 2, CALENDAR_HOURS, 2026-11-22T01:00",
        "2026-02-28T10:10, 24, CALENDAR_HOURS, 2026-03-01T10:10",
        "2026-11-21T12:34, 30, CALENDAR_DAYS, 2026-12-21T12:34",
        "2028-02-28T12:34, 1, CALENDAR_DAYS, 2028-02-29T12:34",
    })
    void calendarTermsRunDayAndNight(LocalDateTime start, int amount, TermUnit unit, LocalDateTime due) {
        assertThat(calendar.deadline(utc(start), new Term(amount, unit))).isEqualTo(utc(due));
    }

    @Test
    void workingTimeOfAWeekIsFortyHours() {
        assertThat(calendar.workingTime(utc("2026-11-16T00:00"), utc("2026-11-23T00:00")))
                .isEqualTo(Duration.ofHours(40));
    }

    @ParameterizedTest
    @CsvSource({"2025, 1972", "2026, 1972"})
    void workingTimeOfAYearIsItsOfficialNorm(int year, int hours) {
        Instant from = utc(LocalDate.of(year, 1, 1).atStartOfDay());
        Instant to = utc(LocalDate.of(year + 1, 1, 1).atStartOfDay());

        assertThat(calendar.workingTime(from, to)).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void noWorkingTimePassesBackwardsOrOutsideOfWorkingHours() {
        assertThat(calendar.workingTime(utc("2026-11-24T12:00"), utc("2026-11-24T10:00")))
                .isZero();
        assertThat(calendar.workingTime(utc("2026-11-24T10:00"), utc("2026-11-24T10:00")))
                .isZero();
        assertThat(calendar.workingTime(utc("2026-11-24T13:10"), utc("2026-11-24T13:50")))
                .isZero();
        assertThat(calendar.workingTime(utc("2026-11-20T18:00"), utc("2026-11-23T09:00")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2005-03-01T12:00, 2020-01-09T10:00, 1, the first hour of the calendar",
        "2019-12-31T23:59, 2020-01-09T18:00, 8, its first working day",
        "2005-03-01T12:00, 2019-12-30T12:00, 0, nothing of it",
        "2005-03-01T12:00, 2020-01-01T00:00, 0, nothing but its beginning",
    })
    void beforeTheCalendarBeginsNoWorkingTimePasses(LocalDateTime from, LocalDateTime to, int hours, String why) {
        assertThat(calendar.workingTime(utc(from), utc(to))).as(why).isEqualTo(Duration.ofHours(hours));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.deadline(utc(from), new Term(1, TermUnit.WORKING_HOURS)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24T18:00",
        "2026-11-03, 2026-11-03T17:00",
        "2026-11-04, 2026-11-05T18:00",
        "2026-11-21, 2026-11-23T18:00",
        "2025-11-01, 2025-11-01T17:00",
        "2026-12-31, 2027-01-11T18:00",
    })
    void theEndOfADayOffIsThatOfTheNextWorkingDay(LocalDate date, LocalDateTime end) {
        assertThat(calendar.endOfWorkingDay(date)).isEqualTo(utc(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T15:50, 2026-11-24T18:00, осталось 2 ч 10 мин раб.",
        "2026-11-24T17:30, 2026-11-24T18:00, осталось 30 мин раб.",
        "2026-11-24T17:00, 2026-11-25T10:00, осталось 2 ч 0 мин раб.",
        "2026-11-20T18:00, 2026-11-23T09:00, осталось 63 ч 0 мин",
        "2026-11-24T19:36, 2026-11-24T20:14, осталось 38 мин",
        "2026-11-24T15:05, 2026-11-24T14:00, просрочено на 1 ч 5 мин раб.",
        "2026-11-23T10:00, 2026-11-20T17:00, просрочено на 2 ч 0 мин раб.",
        "2026-11-24T14:00, 2026-11-24T14:00, просрочено на 0 мин",
    })
    void peopleReadWhatIsLeftInWorkingTime(LocalDateTime now, LocalDateTime due, String words) {
        assertThat(calendar.remaining(utc(now), utc(due))).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource(
            value = TermUnit.class,
            names = {"WORKING_HOURS", "WORKING_DAYS"})
    void aTermThatLeavesTheCalendarIsRefused(TermUnit unit) {
        Instant start = utc("2045-11-24T10:00");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> calendar.deadline(start, new Term(unit == TermUnit.WORKING_DAYS ? 700 : 17_000, unit)))
                .withMessageContaining("does not reach");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2045-12-29T17:59", "2045-12-30T00:00", "2045-12-31T23:59"})
    void aTermThatBeginsAtTheVeryEndOfTheCalendarIsRefused(LocalDateTime start) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.deadline(utc(start), new Term(2, TermUnit.WORKING_DAYS)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.deadline(utc(start), new Term(2, TermUnit.WORKING_HOURS)));
    }

    @Test
    void theAdministratorsDayOffMovesADeadline() {
        WorkingCalendar storm = PublishedCalendar.workingCalendar(new ProductionCalendar(
                Map.of(LocalDate.of(2026, 11, 24), new ProductionCalendar.Day(DayKind.OFF, null)), Set.of(2026)));

        assertThat(storm.deadline(utc("2026-11-23T17:00"), new Term(2, TermUnit.WORKING_HOURS)))
                .isEqualTo(utc("2026-11-25T10:00"));
    }

    private static Instant utc(String local) {
        return utc(LocalDateTime.parse(local));
    }

    private static Instant utc(LocalDateTime local) {
        return local.atZone(VLADIVOSTOK).toInstant();
    }
}
