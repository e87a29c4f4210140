package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.route;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http;
import ru.cur.ProcessJourney;
import ru.cur.directory.Absences;

class AcceptanceProcessTest extends ClockedTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Absences absences;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void everybodyIsAtWork() {
        jdbc.sql("delete from absence").update();
    }

    @Test
    @DisplayName("Руководитель принимает и называет исполнителя: задача назначена тому")
    void anotherOneIsNamed() {
        ProcessJourney journey =
                routed().completes("userTask_acceptIncident", "vladivostokHead", naming("vladivostok"));
        assertThat(journey.task("userTask_doWork").getAssignee()).isEqualTo("vladivostok");
        assertThat(journey.column("executor_id")).isEqualTo("vladivostok");
        assertThat(journey.history()).contains("Принято к работе: исполнитель – Вера Тихонова");
    }

    @Test
    @DisplayName("Никого не назвал: исполнитель – тот, кто принял")
    void whoAcceptsWorks() {
        ProcessJourney journey = routed().completes("userTask_acceptIncident", "vladivostok", ACCEPT);
        assertThat(journey.task("userTask_doWork").getAssignee()).isEqualTo("vladivostok");
        assertThat(journey.history()).contains("Принято к работе");
    }

    @Test
    @DisplayName("Исполнителем назначают только сотрудника своего органа")
    void onlyOwnPeopleWork() {
        ProcessJourney journey = routed();
        for (String stranger : new String[] {"arsenyev", "curator", "nobody"}) {
            assertThatThrownBy(() -> journey.completes("userTask_acceptIncident", "vladivostok", naming(stranger)))
                    .hasStackTraceContaining("Исполнителем может быть только сотрудник вашего органа");
        }
        journey.isWaitingAt("userTask_acceptIncident").hasStatus("ROUTED");
    }

    @Test
    @DisplayName("Названный отсутствует: работу получает замещающий, и это видно в списке и в истории")
    void theSubstituteWorks() {
        absences.add("vladivostok", "vladivostokHead", absences.today(), absences.today(), "Отпуск", "curator");
        ProcessJourney journey = routed();
        assertThat(Http.nobody(port)
                        .as("vladivostokHead")
                        .get("/engine-rest/task/"
                                + journey.task("userTask_acceptIncident").getId() + "/form-variables")
                        .json()
                        .at("/executorOptions/value")
                        .asText())
                .contains("Вера Тихонова, специалист по благоустройству – отсутствует, работает Виктор Гаврилов");
        journey.completes("userTask_acceptIncident", "vladivostokHead", naming("vladivostok"));
        assertThat(journey.task("userTask_doWork").getAssignee()).isEqualTo("vladivostokHead");
        assertThat(journey.history())
                .contains("Принято к работе: исполнитель – Виктор Гаврилов, замещает отсутствующего сотрудника: Вера"
                        + " Тихонова");
    }

    @Test
    @DisplayName("Названный отсутствует, замещать некому: назначить его нельзя")
    void whoIsAwayWithoutASubstituteIsNotNamed() {
        absences.add("vladivostok", null, absences.today(), absences.today(), "Болезнь", "curator");
        ProcessJourney journey = routed();
        assertThatThrownBy(() -> journey.completes("userTask_acceptIncident", "vladivostokHead", naming("vladivostok")))
                .hasStackTraceContaining("никто не замещает: Вера Тихонова. Назначьте другого");
        journey.isWaitingAt("userTask_acceptIncident");
    }

    @Test
    @DisplayName(
            "«Не наша»: нужны причина, пояснение и существующий чужой орган; счётчик возвратов растёт, срок ответа стоит на месте")
    void aRedirectKeepsTheClock() {
        ProcessJourney journey = routed();
        Object due = journey.column("first_answer_due");
        Map<String, Object> form = new HashMap<>(Map.of("acceptanceOutcome", "RETURN"));
        refuses(journey, form, "Укажите причину возврата");
        form.put("returnReasonCode", "NOT_OUR_TERRITORY");
        refuses(journey, form, "Поясните, почему возвращаете");
        form.put("returnText", "Это территория Арсеньева");
        refuses(journey, form, "Укажите, кто должен этим заниматься");
        form.put("suggestedBodyId", "admMoscow");
        refuses(journey, form, "«admMoscow» не найдена");
        form.put("suggestedBodyId", "admVladivostok");
        refuses(journey, form, "Вы предлагаете свой же орган");
        form.put("suggestedBodyId", "admArsenyev");
        for (long returns = 1; returns <= 2; returns++) {
            journey.completes("userTask_acceptIncident", "vladivostok", form).hasStatus("RETURNED");
            assertThat(returnsCount(journey)).isEqualTo(returns);
            journey.completes(
                    "userTask_assignBody",
                    "curator",
                    Map.of("bodyId", "admVladivostok", "assignText", "Участок всё же ваш"));
        }
        assertThat(journey.column("returns")).isEqualTo(2);
        assertThat(journey.column("first_answer_due")).isEqualTo(due);
    }

    /** What the last process of a body has left for the one that called it. */
    private Object returnsCount(ProcessJourney journey) {
        return history.createHistoricVariableInstanceQuery().variableName("returnsCount").list().stream()
                .filter(variable -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(variable.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()
                        .equals(journey.number()))
                .map(variable -> variable.getValue())
                .max(java.util.Comparator.comparing(Long.class::cast))
                .orElseThrow();
    }

    private static void refuses(ProcessJourney journey, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_acceptIncident", "vladivostok", form))
                .hasStackTraceContaining(sentence);
    }

    private ProcessJourney routed() {
        return journeys.registered("Стадион зарос травой")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"));
    }

    private static Map<String, Object> naming(String login) {
        return Map.of("acceptanceOutcome", "ACCEPT", "namedExecutorId", login);
    }
}
