package ru.cur.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private final Moments moments = new Moments("dd.MM.yyyy[ HH:mm[:ss]]", ZoneId.of("Asia/Vladivostok"), NOW);

    @ParameterizedTest
    @CsvSource({
        "20.11.2026 10:30, 2026-11-20T00:30:00Z",
        "20.11.2026 10:30:15, 2026-11-20T00:30:15Z",
        "20.11.2026, 2026-11-19T14:00:00Z",
        "2026-11-20T10:30:00, 2026-11-20T00:30:00Z",
        "2026-11-20T10:30:00Z, 2026-11-20T10:30:00Z",
        "2026-11-20T10:30:00+03:00, 2026-11-20T07:30:00Z",
        "2026-11-20, 2026-11-19T14:00:00Z",
        "46346.4375, 2026-11-20T00:30:00Z",
        "'46346,4375', 2026-11-20T00:30:00Z",
        "46346, 2026-11-19T14:00:00Z",
        "23.11.2026 10:04, 2026-11-23T00:04:00Z"
    })
    void aMomentIsUnderstoodHoweverItIsWritten(String written, Instant moment) {
        assertThat(moments.of(null, written)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "31.02.2026, не дата",
        "вчера, не дата",
        "2026-13-01, не дата",
        "20/11/2026, не дата",
        "23.11.2026 10:06, дата в будущем",
        "31.12.1999, дата раньше 2000 года",
        "99999, дата в будущем"
    })
    void whatIsNoMomentIsRefused(String written, String problem) {
        assertThatThrownBy(() -> moments.of(null, written))
                .isInstanceOf(ExchangeRefusal.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aDateOfExcelIsInTheZoneOfTheFile() {
        Moments moscow = new Moments("dd.MM.yyyy", ZoneId.of("Europe/Moscow"), NOW);

        assertThat(moscow.of(LocalDateTime.of(2026, 11, 20, 10, 30), "20.11.2026"))
                .isEqualTo("2026-11-20T07:30:00Z");
    }
}
