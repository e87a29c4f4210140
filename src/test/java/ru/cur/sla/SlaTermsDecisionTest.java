package ru.cur.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.Decisions;

class SlaTermsDecisionTest {
    private static final String[] STEPS = {
        "triageTerm", "acceptanceTerm", "firstAnswerTerm", "approvalTerm", "solutionTerm"
    };

    private final Decisions terms = Decisions.of("sla/sla-terms.dmn");

    @ParameterizedTest
    @CsvSource(
            value = {
                "P0, 15 CALENDAR_MINUTES, 15 CALENDAR_MINUTES, 2 CALENDAR_HOURS, 15 CALENDAR_MINUTES, 24 CALENDAR_HOURS",
                "P1, 30 CALENDAR_MINUTES, 1 WORKING_HOURS, 4 CALENDAR_HOURS, 1 WORKING_HOURS, 7 WORKING_DAYS",
                "P2, 60 WORKING_MINUTES, 2 WORKING_HOURS, 8 WORKING_HOURS, 2 WORKING_HOURS, 7 WORKING_DAYS",
                "P3, 60 WORKING_MINUTES, 2 WORKING_HOURS, 8 WORKING_HOURS, 2 WORKING_HOURS, 7 WORKING_DAYS",
                "null, 60 WORKING_MINUTES, 2 WORKING_HOURS, 8 WORKING_HOURS, 2 WORKING_HOURS, 7 WORKING_DAYS",
                "P9, 60 WORKING_MINUTES, 2 WORKING_HOURS, 8 WORKING_HOURS, 2 WORKING_HOURS, 7 WORKING_DAYS",
            },
            nullValues = "null")
    void severityDecidesTheTermOfEachStep(
            String severity, String triage, String acceptance, String firstAnswer, String approval, String solution) {
        assertThat(decide(severity, null))
                .containsOnlyKeys(STEPS)
                .containsEntry("triageTerm", triage)
                .containsEntry("acceptanceTerm", acceptance)
                .containsEntry("firstAnswerTerm", firstAnswer)
                .containsEntry("approvalTerm", approval)
                .containsEntry("solutionTerm", solution);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"P0", "P1", "P2", "P3", "P9"})
    void aCategorysOwnTermReplacesTheFirstAnswerAndNothingElse(String severity) {
        Map<String, Object> expected = new HashMap<>(decide(severity, null));
        expected.put("firstAnswerTerm", "30 CALENDAR_MINUTES");

        assertThat(decide(severity, "30 CALENDAR_MINUTES")).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"P0", "P1", "P2", "P3"})
    void everyDecidedTermCanBeComputedWith(String severity) {
        assertThat(decide(severity, null).values()).hasSize(STEPS.length).allSatisfy(text -> {
            Term term = Term.parse((String) text);
            assertThat(term).hasToString((String) text);
        });
    }

    private Map<String, Object> decide(String severity, String categoryFirstAnswerTerm) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("severity", severity);
        variables.put("categoryFirstAnswerTerm", categoryFirstAnswerTerm);
        return terms.rowFor(variables);
    }
}
