package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ru.cur.Decisions;
import ru.cur.incident.Severity;

class IncidentSeverityDecisionTest {
    private final Decisions severity = Decisions.of("incident/incident-severity.dmn");

    @ParameterizedTest
    @CsvSource(
            value = {
                "false, P0, P0, the category is an emergency",
                "false, P1, P1, the category is important",
                "false, P2, P2, the category is ordinary",
                "false, P3, P3, the category is a question or a proposal",
                "null,  P1, P1, nobody said whether there is danger",
                "true,  P0, P0, danger in an emergency",
                "true,  P1, P0, danger overrides an important category",
                "true,  P2, P0, danger overrides an ordinary category",
                "true,  P3, P0, danger overrides a question",
                "true,  null, P0, danger without a category",
                "false, null, P2, no category",
                "null,  null, P2, nothing is known",
                "false, P9, P2, the category has a priority that nobody knows",
                "false, '', P2, the category has an empty priority",
            },
            nullValues = "null")
    void dangerAndCategoryDecideSeverity(Boolean dangerToLife, String categoryPriority, String expected, String why) {
        assertThat(decide(dangerToLife, categoryPriority)).as(why).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void everySeverityOfTheProgramCanBeDecided(Severity expected) {
        assertThat(Severity.valueOf((String) decide(false, expected.name()))).isEqualTo(expected);
    }

    private Object decide(Boolean dangerToLife, String categoryPriority) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(IncidentHandlingProcess.Variables.DANGER_TO_LIFE.name(), dangerToLife);
        variables.put(IncidentHandlingProcess.Variables.CATEGORY_PRIORITY.name(), categoryPriority);
        return severity.answerTo(variables);
    }
}
