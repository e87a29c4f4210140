package ru.cur.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderMomentTest {

    @ParameterizedTest
    @CsvSource({
        "75 %, Прошло 75 % срока",
        "100 %, Срок прошёл",
        "4 WORKING_HOURS, После срока прошло 4 рабочих часа",
        "5 WORKING_DAYS, После срока прошло 5 рабочих дней",
        "1 WORKING_DAYS, После срока прошёл 1 рабочий день",
        "1 CALENDAR_HOURS, После срока прошёл 1 час"
    })
    void peopleReadWhenAStepIsReached(String cell, String title) {
        assertThat(LadderMoment.parse(cell).title()).isEqualTo(title);
    }
}
