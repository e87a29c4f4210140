package ru.cur.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.cur.incident.IncidentStatus;

class StatusNamesTest {

    @ParameterizedTest
    @EnumSource
    void reportsUseTheWordsOfTheCase(IncidentStatus status) {
        assertThat(StatusNames.of(status.name())).isEqualTo(status.title());
    }
}
