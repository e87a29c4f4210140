package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {
    private final ApplicationModules modules = ApplicationModules.of(CurIncidentsApplication.class);

    @Test
    void modulesRespectTheirBoundaries() {
        assertThatCode(modules::verify).doesNotThrowAnyException();
    }

    @Test
    void documentsTheModules() {
        new Documenter(modules).writeDocumentation();

        assertThat(Path.of("target/spring-modulith-docs/components.puml")).isNotEmptyFile();
    }
}
