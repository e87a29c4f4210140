package ru.cur.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentAddressTest {
    private static final IncidentNumber NUMBER = new IncidentNumber("ПК-2026-000001");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://localhost:8080/incidents/%D0%9F%D0%9A-2026-000001/attachments/7, 7",
                "https://cur.example/base/incidents/ПК-2026-000001/attachments/7, 7",
                "https://cur.example/incidents/ПК-2026-000001/attachments/7?x=1, 7",
                "https://cur.example/incidents/ПК-2026-000002/attachments/7, -",
                "https://cur.example/incidents/ПК-2026-000001/attachments/7/public, -",
                "https://cur.example/incidents/ПК-2026-000001/attachments/, -",
                "https://photo.example/1.jpg, -",
                "https://photo.example/%, -",
                "mailto:someone@example.ru, -"
            })
    void namesAFileOfItsOwnCaseOnly(String address, Long id) {
        assertThat(AttachmentAddress.idIn(address, NUMBER))
                .isEqualTo(id == null ? OptionalLong.empty() : OptionalLong.of(id));
    }
}
