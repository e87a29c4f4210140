package ru.cur.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.incident.IncidentNumber;

class PublicNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ПК-2026-000123",
                " пк-2026-123 ",
                "2026-000123",
                "2026 123",
                "PK-2026-000123",
                "ПК – 2026 – 000123",
                "пк2026-123"
            })
    void peopleWriteItInManyWays(String written) {
        assertThat(PublicNumber.of(written)).contains(new IncidentNumber("ПК-2026-000123"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"123", "ПК-2026", "ПК-2026-12345678901", "ИНЦ-2026-000123", "2026-12' or '1'='1"})
    void otherThingsAreNone(String written) {
        assertThat(PublicNumber.of(written)).isEmpty();
    }
}
