package ru.cur.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static ru.cur.sla.calendar.PublishedCalendar.VLADIVOSTOK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.cur.sla.Term;

/** Terms of calendar days whose last day is off. */
class RolledTermsTest {
    private static final WorkingCalendar REGION = PublishedCalendar.ofTheRegion();
    private static final WorkingCalendar ALWAYS = PublishedCalendar.roundTheClock();
    private static final WorkingCalendar DUTY = SampleHours.TWO_BREAKS_AND_DUTY.calendar();
    private static final WorkingCalendar FREE_FRIDAYS = new WorkingCalendar(
            1,
            PublishedCalendar.read(),
            PublishedCalendar.always(
                    "Четыре дня",
                    VLADIVOSTOK,
                    new WorkingHours(
                            WorkingHours.DEFAULT.workDay(), List.of(), WorkingHours.DEFAULT.shortDay(), List.of())));

    @ParameterizedTest
    @CsvSource({
        "2026-10-23T15:00, 30 CALENDAR_DAYS BACKWARD, 2026-11-20T18:00, 2026-11-22",
        "2026-10-23T15:00, 30 CALENDAR_DAYS FORWARD, 2026-11-23T18:00, 2026-11-22",
        "2026-10-23T15:00, 30 CALENDAR_DAYS, 2026-11-22T15:00, ",
        "2026-10-26T15:00, 30 CALENDAR_DAYS BACKWARD, 2026-11-25T15:00, ",
        "2026-11-21T15:00, 1 CALENDAR_DAYS BACKWARD, 2026-11-23T18:00, 2026-11-22",
        "2026-11-20T19:00, 2 CALENDAR_DAYS BACKWARD, 2026-11-23T18:00, 2026-11-22",
        "2020-01-01T10:00, 3 CALENDAR_DAYS BACKWARD, 2020-01-09T18:00, 2020-01-04",
        "2026-11-20T00:00, 1 CALENDAR_DAYS BACKWARD, 2026-11-20T18:00, 2026-11-21",
    })
    void theyEndWithAWorkingDay(LocalDateTime start, String term, LocalDateTime due, LocalDate rolledFrom) {
        assertRolled(REGION, start, term, due, rolledFrom);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-23T15:00, 30 CALENDAR_DAYS BACKWARD, 2026-11-21T00:00, 2026-11-22",
        "2026-10-23T15:00, 30 CALENDAR_DAYS FORWARD, 2026-11-24T00:00, 2026-11-22",
        "2026-10-22T15:00, 30 CALENDAR_DAYS BACKWARD, 2026-11-21T00:00, 2026-11-21",
        "2026-10-22T00:00, 30 CALENDAR_DAYS BACKWARD, 2026-11-21T00:00, ",
        "2026-12-20T15:00, 15 CALENDAR_DAYS BACKWARD, 2026-12-31T00:00, 2027-01-04",
    })
    void dutyOnDaysOffMakesNoWorkingDaysOfThem(
            LocalDateTime start, String term, LocalDateTime due, LocalDate rolledFrom) {
        assertRolled(ALWAYS, start, term, due, rolledFrom);
    }

    @Test
    void dutyOfSomeHoursDoesNotEither() {
        assertRolled(DUTY, at("2026-10-23T15:00"), "30 CALENDAR_DAYS BACKWARD", at("2026-11-20T20:00"), sunday());
        assertRolled(DUTY, at("2026-10-23T15:00"), "30 CALENDAR_DAYS FORWARD", at("2026-11-23T20:00"), sunday());
    }

    @Test
    void aDayOnWhichTheOrganisationRestsIsNoEndEither() {
        assertRolled(
                FREE_FRIDAYS, at("2026-10-23T15:00"), "30 CALENDAR_DAYS BACKWARD", at("2026-11-19T18:00"), sunday());
    }

    @Test
    void whatLeavesTheCalendarIsRefused() {
        Instant start = utc(at("2045-12-01T15:00"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> REGION.deadline(start, Term.parse("30 CALENDAR_DAYS FORWARD")))
                .withMessageContaining("does not reach");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REGION.rolledFrom(start, Term.parse("30 CALENDAR_DAYS FORWARD")));
    }

    private static void assertRolled(
            WorkingCalendar calendar, LocalDateTime start, String text, LocalDateTime due, LocalDate rolledFrom) {
        Term term = Term.parse(text);

        assertThat(calendar.deadline(utc(start), term)).isEqualTo(utc(due));
        assertThat(calendar.rolledFrom(utc(start), term).orElse(null)).isEqualTo(rolledFrom);
    }

    private static LocalDate sunday() {
        return LocalDate.of(2026, 11, 22);
    }

    private static LocalDateTime at(String local) {
        return LocalDateTime.parse(local);
    }

    private static Instant utc(LocalDateTime local) {
        return local.atZone(VLADIVOSTOK).toInstant();
    }
}
