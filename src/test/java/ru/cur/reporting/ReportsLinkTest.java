package ru.cur.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Tasklist shows the link to the reports to exactly those who may read them. */
class ReportsLinkTest {
    private static final Pattern GROUPS = Pattern.compile("READERS = \\[([^]]+)]");

    @Test
    void theLinkIsForTheReadersOfReports() throws IOException {
        Matcher groups = GROUPS.matcher(
                new ClassPathResource("META-INF/resources/webjars/camunda/app/tasklist/scripts/cur/reports.js")
                        .getContentAsString(StandardCharsets.UTF_8));
        assertThat(groups.find()).isTrue();
        assertThat(Pattern.compile(", ")
                        .splitAsStream(groups.group(1))
                        .map(group -> group.replace("'", ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(ReportScopes.readers());
    }
}
