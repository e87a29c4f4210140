package ru.cur.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, http://localhost:8080/incidents/%D0%9F%D0%9A-2026-000001",
        "https://cur.example/, https://cur.example/incidents/%D0%9F%D0%9A-2026-000001",
        "https://cur.example/app, https://cur.example/app/incidents/%D0%9F%D0%9A-2026-000001"
    })
    void linksWorkInALetter(URI base, String link) {
        assertThat(new ProgramAddress(base).linkTo("/incidents/ПК-2026-000001")).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur.example", "ftp://cur.example", "/app", "mailto:a@cur.example", ""})
    void whatNoBrowserOpensIsRefused(String address) {
        assertThatThrownBy(() -> new ProgramAddress(URI.create(address))).hasMessageContaining("cur.base-url");
    }

    @Test
    void theEndOfTheAddressIsNotDoubled() {
        assertThat(new ProgramAddress(URI.create("https://cur.example//")).linkTo("/"))
                .isEqualTo("https://cur.example/");
    }
}
