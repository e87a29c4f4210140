package ru.cur.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    @ParameterizedTest
    @EnumSource(TermUnit.class)
    void everyUnitIsReadAsItIsWritten(TermUnit unit) {
        Term term = new Term(15, unit);

        assertThat(Term.parse(term.toString())).isEqualTo(term);
    }

    @Test
    void spacesAroundATermDoNotMatter() {
        assertThat(Term.parse(" 8 WORKING_HOURS\n")).isEqualTo(new Term(8, TermUnit.WORKING_HOURS));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "8",
                "WORKING_HOURS",
                "P1D",
                "PT8H",
                "8 working_hours",
                "8 WORKING_WEEKS",
                "8WORKING_HOURS",
                "8  WORKING_HOURS",
                "-8 WORKING_HOURS",
                "1.5 WORKING_HOURS",
                "0 WORKING_HOURS",
                "1234567 WORKING_HOURS",
                "8 WORKING_HOURS or so"
            })
    void anyOtherTextIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Term.parse(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aTermIsPositive(int amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Term(amount, TermUnit.WORKING_DAYS))
                .withMessageContaining("must be positive");
    }

    @ParameterizedTest
    @CsvSource({
        "1, WORKING_HOURS, 1 рабочий час",
        "2, WORKING_HOURS, 2 рабочих часа",
        "5, WORKING_HOURS, 5 рабочих часов",
        "8, WORKING_HOURS, 8 рабочих часов",
        "11, WORKING_HOURS, 11 рабочих часов",
        "21, WORKING_HOURS, 21 рабочий час",
        "111, WORKING_HOURS, 111 рабочих часов",
        "114, WORKING_HOURS, 114 рабочих часов",
        "122, WORKING_HOURS, 122 рабочих часа",
        "1, WORKING_MINUTES, 1 рабочая минута",
        "3, WORKING_MINUTES, 3 рабочие минуты",
        "60, WORKING_MINUTES, 60 рабочих минут",
        "1, WORKING_DAYS, 1 рабочий день",
        "4, WORKING_DAYS, 4 рабочих дня",
        "7, WORKING_DAYS, 7 рабочих дней",
        "15, CALENDAR_MINUTES, 15 минут",
        "31, CALENDAR_MINUTES, 31 минута",
        "2, CALENDAR_HOURS, 2 часа",
        "24, CALENDAR_HOURS, 24 часа",
        "12, CALENDAR_HOURS, 12 часов",
        "1, CALENDAR_DAYS, 1 день",
        "3, CALENDAR_DAYS, 3 дня",
        "30, CALENDAR_DAYS, 30 дней",
    })
    void peopleReadATermInGoodRussian(int amount, TermUnit unit, String title) {
        assertThat(new Term(amount, unit).title()).isEqualTo(title);
    }
}
