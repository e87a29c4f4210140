package ru.cur.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static ru.cur.sla.calendar.PublishedCalendar.VLADIVOSTOK;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {
    private final WorkingTime time = PublishedCalendar.workingTime();

    @Test
    void secondsAreKept() {
        assertThat(after(LocalDateTime.parse("2026-11-24T12:59:59"), Duration.ofSeconds(2)))
                .isEqualTo("2026-11-24T14:00:01");
        assertThat(between(LocalDateTime.parse("2026-11-24T17:59:58"), LocalDateTime.parse("2026-11-25T09:00:03")))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T13:00, 60, 2026-11-24T15:00, at the beginning of lunch",
        "2026-11-24T13:59, 60, 2026-11-24T15:00, at the end of lunch",
        "2026-11-24T14:00, 60, 2026-11-24T15:00, right after lunch",
        "2026-11-24T12:00, 60, 2026-11-24T13:00, a term that lunch ends",
        "2026-11-24T09:00, 480, 2026-11-24T18:00, a term of a whole day ends that evening",
        "2026-11-24T18:00, 1, 2026-11-25T09:01, exactly at closing",
        "2026-11-24T18:00, 480, 2026-11-25T18:00, a whole day from closing",
        "2026-11-24T08:59, 1, 2026-11-24T09:01, a minute before opening",
        "2026-11-03T17:00, 1, 2026-11-05T09:01, at the closing of a short day before a holiday",
        "2026-11-03T09:00, 420, 2026-11-03T17:00, a short day has seven hours",
        "2026-11-03T16:59, 2, 2026-11-05T09:01, over a holiday in mid-week",
        "2026-12-30T17:59, 1, 2026-12-30T18:00, the last working minute of 2026",
        "2026-12-30T18:00, 1, 2027-01-11T09:01, over New Year into a year that is not published yet",
        "2027-02-22T17:59, 2, 2027-02-24T09:01, over a holiday of the Labour Code in such a year",
    })
    void edgesOfTheWorkingDay(LocalDateTime start, int minutes, LocalDateTime end, String why) {
        assertThat(after(start, Duration.ofMinutes(minutes))).as(why).isEqualTo(end);
    }

    @Test
    void noTimeAtAllEndsAtTheLastWorkingMoment() {
        LocalDateTime atWork = LocalDateTime.parse("2026-11-24T10:00");

        assertThat(after(atWork, Duration.ZERO)).isEqualTo(atWork);
        assertThat(after(LocalDateTime.parse("2026-11-22T12:00"), Duration.ZERO))
                .isEqualTo("2026-11-20T18:00");
    }

    @Test
    void momentsOutsideOfTheIndexAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> time.at(Instant.parse("2046-06-01T00:00:00Z")))
                .withMessageContaining("2046-06-01");
    }

    private LocalDateTime after(LocalDateTime start, Duration working) {
        return local(time.when(time.at(utc(start)) + working.toSeconds()));
    }

    private Duration between(LocalDateTime from, LocalDateTime to) {
        return Duration.ofSeconds(time.at(utc(to)) - time.at(utc(from)));
    }

    private static Instant utc(LocalDateTime local) {
        return local.atZone(VLADIVOSTOK).toInstant();
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, VLADIVOSTOK);
    }
}
