package ru.cur.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import ru.cur.sla.calendar.PublishedCalendar;

class RussianDatesTest {

    @Test
    void aDayIsWrittenWithDots() {
        assertThat(RussianDates.day(LocalDate.of(2026, 9, 5))).isEqualTo("05.09.2026");
    }

    @Test
    void aMomentIsWrittenInTheTimeOfTheRegion() {
        Instant evening = Instant.parse("2026-11-23T14:30:59Z");

        assertThat(RussianDates.moment(evening, PublishedCalendar.VLADIVOSTOK)).isEqualTo("24.11.2026 00:30");
    }
}
