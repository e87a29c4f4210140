package ru.cur.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.directory.Absences;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Limit;

class WeeklyOverdueListProcessTest extends ClockedTest {
    private static final String NUMBER = "ПК-2023-000001";
    private static final Instant MONDAY_AT_HALF_PAST_EIGHT = Instant.parse("2026-11-22T22:30:00Z");
    /** Before the first case of any test. */
    private static final Instant LONG_AGO = Instant.parse("2023-02-05T22:30:00Z");

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Absences absences;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void letACaseBeLateForYears() {
        forget();
        journeys.of(NUMBER); // lets the job executor rest
        jdbc.sql(
                        "insert into incident (number, legal_regime, status, severity, category_code, municipality_code, body_id,"
                                + " detected_at, registered_at) values (:number, 'SOCIAL_MESSAGE', 'IN_WORK', 'P2', 'ROAD-1', 'ARS',"
                                + " 'admArsenyev', :at, :at)")
                .param("number", NUMBER)
                .param("at", Timestamp.from(Instant.parse("2023-03-01T00:00:00Z")))
                .update();
        clocks.change(
                NUMBER,
                "test",
                clock -> clock.startAt(
                        Instant.parse("2023-03-01T00:00:00Z"),
                        ClockKind.FIRST_ANSWER,
                        new Limit.Within(new Term(8, TermUnit.WORKING_HOURS)),
                        null,
                        null));
        journeys.setClock(MONDAY_AT_HALF_PAST_EIGHT);
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from notification where notice_key like 'weekly-overdue-list%'")
                .update();
        jdbc.sql(
                        "delete from sla_clock_event where clock_id in (select id from sla_clock where incident_number = :number)")
                .param("number", NUMBER)
                .update();
        jdbc.sql("delete from sla_clock where incident_number = :number")
                .param("number", NUMBER)
                .update();
        jdbc.sql("delete from incident where number = :number")
                .param("number", NUMBER)
                .update();
    }

    @Test
    @DisplayName("Понедельник: губернатор получает список просроченного по органам")
    void theGovernorIsTold() {
        String instance = monday();
        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("serviceTask_sendNotifications");
        assertThat(told("governor")).as("there is no mail server").isEqualTo("TASKLIST");
        assertThat(runtime.getVariable(instance, "noticeKey")).isEqualTo("weekly-overdue-list:2026-11-23");

        send(instance);
        assertThat(passed(instance)).contains("endEvent_listSent").doesNotContain("endEvent_nothingOverdue");
        assertThat(told("head")).isNull();
        String text = jdbc.sql("select subject || chr(10) || text from notification where recipient = 'governor'"
                        + " and notice_key = 'weekly-overdue-list:2026-11-23'")
                .query(String.class)
                .single();
        assertThat(text)
                .startsWith("Просрочено на 23.11.2026: ")
                .contains("Сроки прошли, работа не закончена: ", "Администрация Арсеньева: ")
                .containsSubsequence(
                        "  ПК-2023-000001, ",
                        "Арсеньевский городской округ",
                        "    первый ответ до 02.03.2023 10:00",
                        "просрочено на ",
                        " мин раб.",
                        "    http://localhost:8080/incidents/%D0%9F%D0%9A-2023-000001",
                        "Отчёты: http://localhost:8080/reports")
                .doesNotContain("null", "[(", "\n\n\n");
    }

    @Test
    @DisplayName("Губернатор в отъезде: список получает замещающий")
    void theSubstituteIsTold() {
        absences.add("governor", "manager", LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27), "Отпуск", "head");
        send(monday());
        assertThat(told("governor")).isNull();
        assertThat(told("manager")).isEqualTo("TASKLIST");
    }

    @Test
    @DisplayName("Просроченного нет: письма нет")
    void nothingIsOverdue() {
        journeys.setClock(LONG_AGO);
        String instance = monday();
        assertThat(passed(instance))
                .contains("endEvent_nothingOverdue")
                .doesNotContain("serviceTask_sendNotifications");
        assertThat(told("governor")).isNull();
    }

    /** The timer starts an instance. @return its id */
    private String monday() {
        List<String> before = instances();
        Job timer = management
                .createJobQuery()
                .processDefinitionKey(WeeklyOverdueListProcess.ID)
                .timers()
                .singleResult();
        management.executeJob(timer.getId());
        List<String> after = instances();
        after.removeAll(before);
        assertThat(after).hasSize(1);
        return after.get(0);
    }

    private List<String> instances() {
        return new ArrayList<>(
                history
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(WeeklyOverdueListProcess.ID)
                        .list()
                        .stream()
                        .map(instance -> instance.getId())
                        .toList());
    }

    private void send(String instance) {
        Job job = management.createJobQuery().processInstanceId(instance).singleResult();
        management.executeJob(job.getId());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .isEmpty();
    }

    private List<String> passed(String instance) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).list().stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    /** What has become of the list for the person; null when it is not for him. */
    private String told(String login) {
        return jdbc.sql("select coalesce(channel, 'WAITING') from notification"
                        + " where recipient = :login and notice_key like 'weekly-overdue-list%'")
                .param("login", login)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
