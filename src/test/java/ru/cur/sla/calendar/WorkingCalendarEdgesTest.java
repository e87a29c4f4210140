package ru.cur.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static ru.cur.sla.calendar.PublishedCalendar.VLADIVOSTOK;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;

/** Starts at bad moments, terms of bad lengths, calendars and hours that nobody wishes for. */
class WorkingCalendarEdgesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final WorkingCalendar calendar = PublishedCalendar.ofTheRegion();

    @ParameterizedTest
    @CsvSource({
        "2026-11-04T12:00:00, 1 WORKING_MINUTES, 2026-11-05T09:01:00, on a holiday",
        "2026-01-01T00:00:00, 8 WORKING_HOURS, 2026-01-12T18:00:00, on the first of the New Year holidays",
        "2026-01-01T00:00:00, 1 WORKING_DAYS, 2026-01-12T18:00:00, on the first of the New Year holidays",
        "2026-11-21T12:00:00, 1 WORKING_DAYS, 2026-11-23T18:00:00, on a Saturday",
        "2026-11-24T13:30:00, 1 WORKING_MINUTES, 2026-11-24T14:01:00, in the lunch break",
        "2026-11-24T13:00:00, 4 WORKING_HOURS, 2026-11-24T18:00:00, at the beginning of the lunch break",
        "2026-11-24T17:59:59, 1 WORKING_MINUTES, 2026-11-25T09:00:59, a second before closing",
        "2026-11-20T17:59:59, 1 WORKING_HOURS, 2026-11-23T09:59:59, a second before closing on a Friday",
        "2026-11-03T16:59:59, 1 WORKING_MINUTES, 2026-11-05T09:00:59, a second before closing of a short day",
        "2026-11-24T17:59:59, 1 WORKING_DAYS, 2026-11-25T18:00:00, a second before closing",
        "2026-11-24T18:00:00, 1 WORKING_DAYS, 2026-11-25T18:00:00, at closing",
        "2026-11-24T23:59:59, 1 WORKING_DAYS, 2026-11-25T18:00:00, a second before midnight",
        "2025-11-01T16:30:00, 1 WORKING_HOURS, 2025-11-05T09:30:00, on a working Saturday that is short",
        "2024-12-28T17:30:00, 1 WORKING_HOURS, 2025-01-09T09:30:00, on a working Saturday before the holidays",
        "2028-02-28T17:30:00, 1 WORKING_HOURS, 2028-02-29T09:30:00, over a leap day in a provisional year",
    })
    void startsAtBadMoments(LocalDateTime start, String term, LocalDateTime due, String why) {
        assertThat(calendar.deadline(at(start), Term.parse(term))).as(why).isEqualTo(at(due));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 WORKING_HOURS", "3653 CALENDAR_DAYS", "3650 WORKING_DAYS", "87600 WORKING_HOURS"})
    void aTermOfNothingOrOfTenYearsIsRefused(String term) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Term.parse(term))
                .withMessageContaining(term.split(" ")[0]);
    }

    @Test
    void aNegativeTermIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(-8, TermUnit.WORKING_HOURS));
        assertThatIllegalArgumentException().isThrownBy(() -> Term.parse("-8 WORKING_HOURS"));
    }

    @Test
    void aWholeMonthOffIsSkipped() {
        Map<LocalDate, ProductionCalendar.Day> april = LocalDate.of(2026, 4, 1)
                .datesUntil(LocalDate.of(2026, 5, 1))
                .collect(Collectors.toMap(
                        Function.identity(), date -> new ProductionCalendar.Day(DayKind.OFF, "Нерабочие дни")));
        WorkingCalendar quarantine = PublishedCalendar.workingCalendar(
                new ProductionCalendar(april, PublishedCalendar.read().knownYears()));

        assertThat(quarantine.deadline(at("2026-03-31T17:00"), new Term(2, TermUnit.WORKING_HOURS)))
                .isEqualTo(at("2026-05-01T10:00"));
        assertThat(quarantine.workingTime(at("2026-04-01T00:00"), at("2026-05-01T00:00")))
                .isZero();
        assertThat(quarantine.skipped(at("2026-04-01T00:00"), at("2026-05-01T00:00")))
                .singleElement()
                .extracting(Skipped::kind, Skipped::duration)
                .containsExactly(Skipped.Kind.HOLIDAY, Duration.ofDays(30));
    }

    @Test
    void anOrganisationWithoutWorkingHoursIsRefusedWithItsName() {
        WorkingHours none = WorkingHours.parse("", "", "", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedCalendar.always("Водоканал", VLADIVOSTOK, none))
                .withMessage("У организации «Водоканал» нет рабочих часов");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T12:00, 2026-03-29T12:00, 23, the clocks go forward",
        "2026-10-24T12:00, 2026-10-25T12:00, 25, the clocks go back",
        "2026-06-01T12:00, 2026-06-02T12:00, 24, an ordinary day",
        "2026-01-01T00:00, 2027-01-01T00:00, 8760, a whole year",
    })
    void roundTheClockIsExactWhereTheClocksAreChanged(LocalDateTime from, LocalDateTime to, int hours, String why) {
        WorkingCalendar always = SampleHours.ROUND_THE_CLOCK_WITH_SUMMER_TIME.calendar();
        Instant start = from.atZone(BERLIN).toInstant();
        Instant end = to.atZone(BERLIN).toInstant();

        assertThat(always.workingTime(start, end)).as(why).isEqualTo(Duration.ofHours(hours));
        assertThat(always.deadline(start, new Term(hours, TermUnit.WORKING_HOURS)))
                .as(why)
                .isEqualTo(end);
        assertThat(always.skipped(start, end)).isEmpty();
    }

    @Test
    void daysOfTheCalendarKeepTheTimeOfDayWhereTheClocksAreChanged() {
        WorkingCalendar berlin = SampleHours.BERLIN.calendar();
        Instant start = LocalDateTime.parse("2026-03-28T12:00").atZone(BERLIN).toInstant();

        assertThat(berlin.deadline(start, new Term(1, TermUnit.CALENDAR_DAYS)))
                .isEqualTo(
                        LocalDateTime.parse("2026-03-29T12:00").atZone(BERLIN).toInstant());
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(VLADIVOSTOK).toInstant();
    }
}
