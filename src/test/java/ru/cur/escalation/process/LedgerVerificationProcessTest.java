package ru.cur.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.ProcessJourneys.MONDAY_MORNING;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.ClockedTest;
import ru.cur.sla.ledger.Party;
import ru.cur.sla.ledger.TimeLedger;

class LedgerVerificationProcessTest extends ClockedTest {
    private static final String TASK = "userTask_investigateLedger";

    @Autowired
    private TimeLedger ledger;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    @DisplayName("Ночью журнал цел: день запечатан; строка изменена в базе: администратор разбирает, тревога одна")
    void theNightNoticesAChangedRow() {
        String number = caseWithHistory();
        night();
        assertThat(passed("endEvent_daySealed")).isEqualTo(1);
        assertThat(tasks.createTaskQuery().taskDefinitionKey(TASK).count()).isZero();
        assertThat(rowsOf("time_ledger_seal")).isEqualTo(1);

        long working = workingSeconds(number);
        change(number, "working_seconds = 1");
        night();
        Task task = tasks.createTaskQuery().taskDefinitionKey(TASK).singleResult();
        assertThat(variables(task))
                .containsEntry("brokenIncidentNumber", number)
                .containsEntry("brokenRow", 1L)
                .containsEntry("ledgerFaultCode", "ROW_CHANGED")
                .containsEntry("brokenPlaces", 1L)
                .doesNotContainKey("investigationText");
        assertThat(task.getDueDate()).isAfter(task.getCreateTime());
        assertThat(rowsOf("time_ledger_seal")).isEqualTo(1);
        assertThat(finding())
                .isEqualTo(
                        "Журнал времени инцидента " + number + ", строка 1: содержимое строки изменено после записи");

        investigate(task);
        night();
        assertThat(tasks.createTaskQuery().taskDefinitionKey(TASK).count()).isZero();
        assertThat(rowsOf("time_ledger_seal")).isEqualTo(2);
        change(number, "working_seconds = " + working);
        night();
        assertThat(passed("endEvent_daySealed")).isEqualTo(3);
    }

    private String caseWithHistory() {
        String number = journeys.registered("На Русской темно").number();
        journeys.setClock(MONDAY_MORNING.plus(Duration.ofMinutes(30)));
        ledger.handOver(number, Party.BODY, "admVladivostok");
        journeys.setClock(MONDAY_MORNING.plus(Duration.ofMinutes(90)));
        ledger.handOver(number, Party.APPROVAL, null);
        return number;
    }

    /** The moment of the timer comes. */
    private void night() {
        Job timer = management
                .createJobQuery()
                .processDefinitionKey(LedgerVerificationProcess.ID)
                .timers()
                .singleResult();
        journeys.setClock(timer.getDuedate().toInstant());
        management.executeJob(timer.getId());
    }

    private long passed(String activity) {
        return history.createHistoricActivityInstanceQuery()
                .activityId(activity)
                .count();
    }

    private Map<String, Object> variables(Task task) {
        return new HashMap<>(runtime.getVariables(task.getProcessInstanceId()));
    }

    private void investigate(Task task) {
        journeys.of("").as("admin", () -> {
            tasks.claim(task.getId(), "admin");
            assertThatThrownBy(() -> forms.submitTaskForm(task.getId(), Map.of()))
                    .hasStackTraceContaining("Напишите, что выяснили");
            forms.submitTaskForm(task.getId(), Map.of("investigationText", "Ошибка переноса, копия сверена"));
            return null;
        });
        assertThat(passed("endEvent_damageInvestigated")).isEqualTo(1);
        assertThat(jdbc.sql("select resolution || ', ' || resolved_by from time_ledger_verification"
                                + " where resolved_at is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("Ошибка переноса, копия сверена, admin");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("investigationText")
                        .count())
                .isZero();
    }

    private String finding() {
        return jdbc.sql("select finding from time_ledger_break")
                .query(String.class)
                .single();
    }

    private long workingSeconds(String number) {
        return jdbc.sql("select working_seconds from time_ledger where incident_number = :number and seq = 1")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    private long rowsOf(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** What somebody with the rights of the database's owner can do. */
    private void change(String number, String change) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("alter table time_ledger disable trigger user").update();
            jdbc.sql("update time_ledger set " + change + " where incident_number = :number and seq = 1")
                    .param("number", number)
                    .update();
            jdbc.sql("alter table time_ledger enable trigger user").update();
        });
    }
}
