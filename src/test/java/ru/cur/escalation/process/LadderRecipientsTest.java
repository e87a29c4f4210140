package ru.cur.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.route;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;

/** Who is behind the roles of a step. */
class LadderRecipientsTest extends ClockedTest {
    /** Nine in the evening of a Monday in Vladivostok; half of four hours passes on the same day. */
    private static final Instant MONDAY_EVENING = Instant.parse("2026-11-23T11:00:00Z");

    private static final int VICE_GOVERNOR = 6;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void everybodyIsAtWork() {
        jdbc.sql("delete from absence").update();
    }

    @Test
    @DisplayName("Исполнителя нет на месте: извещение получает тот, кто его замещает")
    void theSubstituteIsToldInstead() {
        away("vladivostok", "vladivostokHead", "2026-11-20", "2026-12-05");
        assertThat(told(accepted("IMPR-1", "vladivostok"), 1)).containsExactly("vladivostokHead");
    }

    @Test
    @DisplayName("Письмо уйдёт утром, а с утра исполнителя нет: извещение получает замещающий")
    void whoIsAwayInTheMorningIsNotTold() {
        away("vladivostok", "vladivostokHead", "2026-11-24", "2026-11-24");
        assertThat(told(coldFlatInTheEvening(), 1)).containsExactly("vladivostokHead");
    }

    @Test
    @DisplayName("Письмо уйдёт утром, исполнитель к утру вернётся: извещение получает он")
    void whoIsBackInTheMorningIsTold() {
        away("vladivostok", "vladivostokHead", "2026-11-23", "2026-11-23");
        assertThat(told(coldFlatInTheEvening(), 1)).containsExactly("vladivostok");
    }

    @Test
    @DisplayName("Здравоохранение: узнаёт вице-губернатор этого блока, а не другой")
    void theViceGovernorOfTheBlockIsTold() {
        assertThat(told(accepted("HLTH-2", "minzdrav"), VICE_GOVERNOR))
                .contains("managerSocial")
                .doesNotContain("manager");
    }

    @Test
    @DisplayName("Вице-губернатора блока нет на месте: узнаёт замещающий")
    void theSubstituteOfTheViceGovernorIsTold() {
        away("managerSocial", "analyst", "2026-11-20", "2026-12-05");
        assertThat(told(accepted("HLTH-2", "minzdrav"), VICE_GOVERNOR))
                .contains("analyst")
                .doesNotContain("managerSocial", "manager");
    }

    @Test
    @DisplayName("Вице-губернатора блока нет, и никто не замещает: узнают остальные")
    void withoutASubstituteTheOthersAreTold() {
        away("managerSocial", null, "2026-11-20", "2026-12-05");
        assertThat(told(accepted("HLTH-2", "minzdrav"), VICE_GOVERNOR))
                .contains("manager")
                .doesNotContain("managerSocial");
    }

    @Test
    @DisplayName("За блок никто не отвечает: узнают все вице-губернаторы")
    void whereNobodyIsNamedAllAreTold() {
        ProcessJourney journey = journeys.registered("Вопрос")
                .completes("userTask_triageMessage", "operator", route("OTHR", "VLD"))
                .fires("timerEvent_assignmentHalfPassed");
        assertThat(told(journey, VICE_GOVERNOR)).contains("manager", "managerSocial");
    }

    private ProcessJourney coldFlatInTheEvening() {
        journeys.setClock(MONDAY_EVENING);
        Map<String, Object> form = new HashMap<>(route("HEAT-2", "VLD"));
        form.put("bodyId", "admVladivostok");
        return taken(
                journeys.registered("Холодно в квартире").completes("userTask_triageMessage", "operator", form),
                "vladivostok");
    }

    private ProcessJourney accepted(String category, String executor) {
        return taken(
                journeys.registered("Жалоба").completes("userTask_triageMessage", "operator", route(category, "VLD")),
                executor);
    }

    private static ProcessJourney taken(ProcessJourney journey, String executor) {
        return journey.completes("userTask_acceptIncident", executor, ACCEPT).fires("timerEvent_answerHalfPassed");
    }

    private void away(String person, String substitute, String from, String to) {
        jdbc.sql(
                        "insert into absence (user_id, substitute_id, from_day, to_day, reason, entered_by, entered_at)"
                                + " values (:person, :substitute, cast(:from as date), cast(:to as date), 'Отпуск', 'admin', now())")
                .param("person", person)
                .param("substitute", substitute)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** After so many steps. */
    private List<String> told(ProcessJourney journey, int steps) {
        for (int step = 1; step <= steps; step++) {
            journey.fires("timerEvent_levelReached");
        }
        return journey.told();
    }
}
