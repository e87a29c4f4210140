package ru.cur.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTermsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    @ParameterizedTest
    @CsvSource({
        "P0, SMALL, 2026-11-30",
        "P0, RESOURCE_INTENSIVE, 2026-11-30",
        "P1, SMALL, 2026-12-23",
        "P1, RESOURCE_INTENSIVE, 2026-12-23",
        "P2, SMALL, 2026-12-23",
        "P2, RESOURCE_INTENSIVE, 2027-11-23",
        "P3, SMALL, 2026-12-23",
        "P3, RESOURCE_INTENSIVE, 2027-11-23"
    })
    void severityAndSizeLimitThePromise(Severity severity, WorkSize size, LocalDate last) {
        PromiseTerms terms = new PromiseTerms(severity, size);
        assertThat(terms.lastDay(MONDAY)).isEqualTo(last);
        assertThat(terms.refusalOf(last, MONDAY)).isEmpty();
        assertThat(terms.refusalOf(last.plusDays(1), MONDAY)).isPresent();
    }

    @Test
    void theRefusalSaysUntilWhen() {
        assertThat(new PromiseTerms(Severity.P0, WorkSize.SMALL).refusalOf(MONDAY.plusDays(8), MONDAY))
                .contains("По аварийному инциденту обещать можно не дольше чем на 7 дней: не позже 30.11.2026");
        assertThat(new PromiseTerms(Severity.P2, WorkSize.SMALL).refusalOf(MONDAY.plusDays(31), MONDAY))
                .contains("Обещать дольше чем на 30 дней можно только по ресурсоёмкой работе: не позже 23.12.2026");
        assertThat(new PromiseTerms(Severity.P3, WorkSize.RESOURCE_INTENSIVE).refusalOf(MONDAY.plusYears(2), MONDAY))
                .contains("Обещать можно не дольше чем на год вперёд: не позже 23.11.2027");
    }

    @Test
    void moreThanNinetyDaysAreLong() {
        assertThat(PromiseTerms.isLong(MONDAY.plusDays(90), MONDAY)).isFalse();
        assertThat(PromiseTerms.isLong(MONDAY.plusDays(91), MONDAY)).isTrue();
    }

    /** Only resource-intensive work that does not burn is ever put off for long. */
    @Property
    void aLongPromiseIsOneOfResources(
            @ForAll Severity severity, @ForAll WorkSize size, @ForAll @IntRange(max = 800) int days) {
        boolean allowed = new PromiseTerms(severity, size)
                .refusalOf(MONDAY.plusDays(days), MONDAY)
                .isEmpty();
        if (allowed && PromiseTerms.isLong(MONDAY.plusDays(days), MONDAY)) {
            assertThat(size).isEqualTo(WorkSize.RESOURCE_INTENSIVE);
            assertThat(severity).isIn(Severity.P2, Severity.P3);
        }
        if (allowed && days > 0) {
            assertThat(new PromiseTerms(severity, size).refusalOf(MONDAY.plusDays(days - 1), MONDAY))
                    .as("what may be promised for a day may be promised for the day before")
                    .isEmpty();
        }
    }
}
