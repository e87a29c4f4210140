package ru.cur.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimerCyclesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T15:00:00Z, R/2026-11-26T03:00:00+10:00/PT24H",
        "2026-11-25T16:59:59Z, R/2026-11-26T03:00:00+10:00/PT24H",
        "2026-11-25T17:00:00Z, R/2026-11-27T03:00:00+10:00/PT24H",
    })
    void everyNightAtThreeInTheTimeOfTheRegion(Instant now, String cycle) {
        assertThat(at(now).daily("03:00")).isEqualTo(cycle);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T15:00:00Z, R/2026-11-30T08:30:00+10:00/P7D",
        "2026-11-29T22:29:59Z, R/2026-11-30T08:30:00+10:00/P7D",
        "2026-11-29T22:30:00Z, R/2026-12-07T08:30:00+10:00/P7D",
    })
    void everyMondayMorning(Instant now, String cycle) {
        assertThat(at(now).weekly("MONDAY", "08:30")).isEqualTo(cycle);
    }

    private static TimerCycles at(Instant now) {
        return new TimerCycles(Clock.fixed(now, ZoneOffset.UTC), ZoneId.of("Asia/Vladivostok"));
    }
}
