package ru.cur.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.Decisions;

class SlaTermsDecisionTest {
    private static final String[] STEPS = {
        "triageTerm",
        "acceptanceTerm",
        "firstAnswerTerm",
        "approvalTerm",
        "publicationTerm",
        "solutionTerm",
        "legalTerm"
    };
    private static final String DAYS_24 = "24 CALENDAR_DAYS BACKWARD";
    private static final String DAYS_30 = "30 CALENDAR_DAYS BACKWARD";

    private final Decisions terms = Decisions.of("sla/sla-terms.dmn");

    @ParameterizedTest
    @CsvSource(
            value = {
                "P0, 15 CALENDAR_MINUTES, 15 CALENDAR_MINUTES, 2 CALENDAR_HOURS, 15 CALENDAR_MINUTES, 15 CALENDAR_MINUTES, 24 CALENDAR_HOURS",
                "P1, 30 CALENDAR_MINUTES, 1 WORKING_HOURS, 4 CALENDAR_HOURS, 1 WORKING_HOURS, 30 WORKING_MINUTES, 7 WORKING_DAYS",
                "P2, 60 WORKING_MINUTES, 2 WORKING_HOURS, 8 WORKING_HOURS, 2 WORKING_HOURS, 1 WORKING_HOURS, 7 WORKING_DAYS",
                "P3, 60 WORKING_MINUTES, 2 WORKING_HOURS, 8 WORKING_HOURS, 2 WORKING_HOURS, 1 WORKING_HOURS, 7 WORKING_DAYS",
                "null, 60 WORKING_MINUTES, 2 WORKING_HOURS, 8 WORKING_HOURS, 2 WORKING_HOURS, 1 WORKING_HOURS, 7 WORKING_DAYS",
                "P9, 60 WORKING_MINUTES, 2 WORKING_HOURS, 8 WORKING_HOURS, 2 WORKING_HOURS, 1 WORKING_HOURS, 7 WORKING_DAYS",
            },
            nullValues = "null")
    void severityDecidesTheTermsOfASocialMessage(
            String severity,
            String triage,
            String acceptance,
            String firstAnswer,
            String approval,
            String publication,
            String solution) {
        assertThat(decide("SOCIAL_MESSAGE", severity, null, null))
                .containsOnlyKeys(STEPS)
                .containsEntry("triageTerm", triage)
                .containsEntry("acceptanceTerm", acceptance)
                .containsEntry("firstAnswerTerm", firstAnswer)
                .containsEntry("approvalTerm", approval)
                .containsEntry("publicationTerm", publication)
                .containsEntry("solutionTerm", solution)
                .containsEntry("legalTerm", "NONE");
    }

    @ParameterizedTest
    @CsvSource({
        "POS_MESSAGE, P0, 2 CALENDAR_HOURS, 10 CALENDAR_DAYS BACKWARD",
        "POS_MESSAGE, P1, 8 CALENDAR_DAYS BACKWARD, 10 CALENDAR_DAYS BACKWARD",
        "POS_MESSAGE, P2, " + DAYS_24 + ", " + DAYS_30,
        "POS_MESSAGE, P3, " + DAYS_24 + ", " + DAYS_30,
        "APPEAL_59FZ, P0, 2 CALENDAR_HOURS, " + DAYS_30,
        "APPEAL_59FZ, P1, " + DAYS_24 + ", " + DAYS_30,
        "APPEAL_59FZ, P2, " + DAYS_24 + ", " + DAYS_30,
    })
    void theRegimeDecidesTheTermOfTheLaw(String regime, String severity, String firstAnswer, String legal) {
        assertThat(decide(regime, severity, null, null))
                .containsEntry("firstAnswerTerm", firstAnswer)
                .containsEntry("legalTerm", legal);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"P0", "P1", "P2", "P3", "P9"})
    void aCategorysOwnTermsReplaceThoseOfTheAnswersAndNothingElse(String severity) {
        Map<String, Object> expected = new HashMap<>(decide("SOCIAL_MESSAGE", severity, null, null));
        expected.put("firstAnswerTerm", "30 CALENDAR_MINUTES");
        expected.put("solutionTerm", "16 CALENDAR_HOURS");

        assertThat(decide("SOCIAL_MESSAGE", severity, "30 CALENDAR_MINUTES", "16 CALENDAR_HOURS"))
                .isEqualTo(expected);
    }

    @Test
    void anAppealHasTheTermsOfTheLawWhateverItsCategorySays() {
        assertThat(decide("APPEAL_59FZ", "P2", "30 CALENDAR_MINUTES", "16 CALENDAR_HOURS"))
                .isEqualTo(decide("APPEAL_59FZ", "P2", null, null));
    }

    @ParameterizedTest
    @CsvSource({"SOCIAL_MESSAGE, P0", "SOCIAL_MESSAGE, P2", "POS_MESSAGE, P1", "POS_MESSAGE, P3", "APPEAL_59FZ, P2"})
    void everyDecidedTermCanBeComputedWith(String regime, String severity) {
        assertThat(decide(regime, severity, null, null).values())
                .hasSize(STEPS.length)
                .allSatisfy(text -> {
                    if (!text.equals("NONE")) {
                        assertThat(Term.parse((String) text)).hasToString((String) text);
                    }
                });
    }

    private Map<String, Object> decide(String regime, String severity, String firstAnswer, String solution) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("legalRegime", regime);
        variables.put("severity", severity);
        variables.put("categoryCode", "IMPR-1");
        variables.put("categoryFirstAnswerTerm", firstAnswer);
        variables.put("categorySolutionTerm", solution);
        return terms.rowFor(variables);
    }
}
