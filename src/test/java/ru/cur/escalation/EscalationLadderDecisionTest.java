package ru.cur.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.cur.Decisions;

class EscalationLadderDecisionTest {
    private static final int LADDER_BEGINS_AT_PERCENT = 50;

    private final Decisions ladder = Decisions.of("escalation/escalation-ladder.dmn");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST_ANSWER | P2 | 1 | 50 % | EXECUTOR | NONE | NONE",
                "FIRST_ANSWER | P2 | 2 | 75 % | EXECUTOR,BODY_HEAD | AT_RISK | NONE",
                "FIRST_ANSWER | P1 | 3 | 90 % | CURATOR | NONE | CALL",
                "TRIAGE | P3 | 4 | 100 % | BODY_HEAD | OVERDUE | NONE",
                "SOLUTION | P2 | 5 | 4 WORKING_HOURS | CUR_HEAD | NONE | RESOLVE",
                "LEGAL | P2 | 6 | 1 WORKING_DAYS | VICE_GOVERNOR | NONE | NONE",
                "FIRST_ANSWER | P0 | 1 | 50 % | EXECUTOR,BODY_HEAD | NONE | NONE",
                "FIRST_ANSWER | P0 | 2 | 75 % | EXECUTOR,BODY_HEAD,CURATOR | AT_RISK | CALL",
                "ACCEPTANCE | P0 | 3 | 100 % | BODY_HEAD,CUR_HEAD | OVERDUE | RESOLVE",
                "FIRST_ANSWER | P0 | 4 | 1 CALENDAR_HOURS | VICE_GOVERNOR | NONE | NONE",
                "CONTROL | P0 | 4 | 100 % | BODY_HEAD,CUR_HEAD | NONE | RESOLVE",
            })
    void whoIsToldWhen(
            String clock, String severity, long level, String moment, String recipients, String state, String task) {
        assertThat(step(clock, severity, level))
                .containsEntry("levelMoment", moment)
                .containsEntry("levelRecipients", recipients)
                .containsEntry("levelState", state)
                .containsEntry("levelTask", task);
    }

    @ParameterizedTest
    @CsvSource({"FIRST_ANSWER, P2, 6", "FIRST_ANSWER, P0, 4", "CONTROL, P2, 5"})
    void theStepsClimbAndEnd(String clock, String severity, int steps) {
        List<LadderMoment> moments = new ArrayList<>();
        for (long level = 1; level <= steps; level++) {
            Map<String, Object> step = step(clock, severity, level);
            moments.add(LadderMoment.parse((String) step.get("levelMoment")));
            assertThat(LadderRole.parse((String) step.get("levelRecipients"))).isNotEmpty();
        }
        assertThat(step(clock, severity, steps + 1L)).containsEntry("levelMoment", "NONE");
        List<Integer> shares = moments.stream()
                .map(LadderMoment::percent)
                .filter(percent -> percent != null)
                .toList();
        assertThat(shares).isSorted().first().isEqualTo(LADDER_BEGINS_AT_PERCENT);
    }

    @Test
    void anAccidentReachesTheHeadOfTheCurWithTheTermAndNotHoursLater() {
        assertThat(step("FIRST_ANSWER", "P0", 3).get("levelRecipients"))
                .asString()
                .contains("CUR_HEAD");
        assertThat(step("FIRST_ANSWER", "P2", 4).get("levelRecipients"))
                .asString()
                .doesNotContain("CUR_HEAD");
    }

    private Map<String, Object> step(String clock, String severity, long level) {
        return ladder.rowFor(Map.of("clockKind", clock, "severity", severity, "escalationLevel", level));
    }
}
