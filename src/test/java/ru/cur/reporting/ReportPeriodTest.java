package ru.cur.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPeriodTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Test
    void withoutDatesItIsTheLastThirtyDays() {
        assertThat(ReportPeriod.parse(null, " ", TODAY)).isEqualTo(period("2026-10-26", "2026-11-24"));
    }

    @Test
    void withoutAStartItIsThirtyDaysBeforeTheEnd() {
        assertThat(ReportPeriod.parse("", "2026-01-30", TODAY)).isEqualTo(period("2026-01-01", "2026-01-30"));
    }

    @Test
    void readsRussianDatesToo() {
        assertThat(ReportPeriod.parse("01.11.2026", "24.11.2026", TODAY)).isEqualTo(period("2026-11-01", "2026-11-24"));
    }

    @Test
    void aDayIsThatOfVladivostok() {
        ReportPeriod day = period("2026-11-24", "2026-11-24");

        assertThat(day.start(ReportDatabase.ZONE)).isEqualTo(Instant.parse("2026-11-23T14:00:00Z"));
        assertThat(day.end(ReportDatabase.ZONE)).isEqualTo(Instant.parse("2026-11-24T14:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "вчера, from, «вчера»",
        "2026-02-30, from, «2026-02-30»",
        "31.11.2026, from, «31.11.2026»",
        "0001-01-01, from, между 2000 и 2100",
        "999999999-01-01, from, Нужна дата вида 24.11.2026",
        "'2026-11-01'' or 1=1', from, не распознана"
    })
    void saysWhatIsWrongWithADate(String from, String field, String said) {
        assertThatExceptionOfType(BadReportRequest.class)
                .isThrownBy(() -> ReportPeriod.parse(from, "2026-11-24", TODAY))
                .withMessageContaining(said)
                .satisfies(bad -> assertThat(bad.field()).isEqualTo(field));
    }

    @Test
    void reversedDatesAreRefused() {
        assertThatExceptionOfType(BadReportRequest.class)
                .isThrownBy(() -> ReportPeriod.parse("2026-11-24", "2026-11-01", TODAY))
                .withMessage("Начало периода (24.11.2026) позже его конца (01.11.2026). Поменяйте даты местами.");
    }

    private static ReportPeriod period(String from, String to) {
        return new ReportPeriod(LocalDate.parse(from), LocalDate.parse(to));
    }
}
