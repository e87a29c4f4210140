package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.REWORK;
import static ru.cur.CaseSteps.answered;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.CaseSteps;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.ProcessJourneys;
import ru.cur.incident.CaseStatus;
import ru.cur.incident.IncidentNumber;

class StatusOfPositionProcessTest extends ClockedTest {
    @Autowired
    private CaseStatus statuses;

    @Test
    @DisplayName("Статус пишет схема: что за чем было, с какого момента и чьими руками")
    void theDiagramWritesTheStatus() {
        ProcessJourney journey = journeys.registered("Стадион зарос травой").after(Duration.ofMinutes(10));
        answered(journey)
                .completes("userTask_approveResponse", "curator", REWORK)
                .completes("userTask_prepareResponse", "vladivostok", CaseSteps.ANSWER)
                .completes("userTask_endorseResponse", "vladivostokHead", ENDORSE)
                .completes("userTask_approveResponse", "curator", APPROVE);
        List<CaseStatus.Line> lines = statuses.of(new IncidentNumber(journey.number()));
        assertThat(lines)
                .extracting(line -> line.status() + " " + line.actor())
                .startsWith(
                        "NEW test",
                        "MODERATION operator",
                        "REGISTERED operator",
                        "ROUTED operator",
                        "IN_PROGRESS vladivostok",
                        "APPROVAL vladivostok",
                        "REWORK curator",
                        "APPROVAL vladivostok",
                        "APPROVED curator");
        assertThat(lines.get(0).since()).isEqualTo(ProcessJourneys.MONDAY_MORNING);
        assertThat(lines.get(1).since()).isEqualTo(ProcessJourneys.MONDAY_MORNING.plus(Duration.ofMinutes(10)));
        assertThat(journey.column("status"))
                .isEqualTo(lines.get(lines.size() - 1).status().name());
    }
}
