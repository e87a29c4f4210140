package ru.cur.incident.process;

import static org.awaitility.Awaitility.await;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.involve;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;

/** Whoever finishes at the same moment as somebody else: the executor never waits for nobody. */
class CoExecutionRaceTest extends ClockedTest {
    private static final Map<String, Object> PART_DONE =
            Map.of("partOutcome", "DONE", "partReportText", "Колодец проверен");

    @Autowired
    private FormService forms;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    @DisplayName("Два последних соисполнителя закончили одновременно: исполнитель узнаёт об этом")
    void twoCoExecutorsFinishTogether() throws Exception {
        ProcessJourney journey = accepted(journeys.registered("Колодец"))
                .completes("userTask_doWork", "vladivostok", involve("primvodokanal"))
                .completes("userTask_doWork", "vladivostok", involve("minZhkh"))
                .completes("userTask_doWork", "vladivostok", MOWN);
        String first = taken(part(journey, "primvodokanal"), "primvodokanal");
        String second = taken(part(journey, "minZhkh"), "mingkh");
        together(() -> forms.submitTaskForm(first, PART_DONE), () -> forms.submitTaskForm(second, PART_DONE));
        journey.runsJobs().isWaitingAt("userTask_prepareResponse");
    }

    @Test
    @DisplayName("Исполнитель и последний соисполнитель закончили одновременно: ждать уже некого")
    void theExecutorFinishesTogetherWithTheLastOne() throws Exception {
        ProcessJourney journey = accepted(journeys.registered("Колодец"))
                .completes("userTask_doWork", "vladivostok", involve("primvodokanal"));
        String work = journey.task("userTask_doWork").getId();
        String part = taken(part(journey, "primvodokanal"), "primvodokanal");
        together(() -> forms.submitTaskForm(work, MOWN), () -> forms.submitTaskForm(part, PART_DONE));
        journey.runsJobs().isWaitingAt("userTask_prepareResponse");
    }

    /** The other one begins while the first has not been written yet. */
    private void together(Runnable first, Runnable other) throws Exception {
        CompletableFuture<Void> begun = new TransactionTemplate(transactions).execute(status -> {
            first.run();
            CompletableFuture<Void> running = CompletableFuture.runAsync(other);
            await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
            return running;
        });
        begun.get();
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private String taken(Task task, String person) {
        tasks.setAssignee(task.getId(), person);
        return task.getId();
    }

    private static Task part(ProcessJourney journey, String body) {
        return journey.tasks()
                .filter(task -> task.getTaskDefinitionKey().equals("userTask_doPart"))
                .filter(task -> body.equals(task.getTenantId()))
                .findFirst()
                .orElseThrow();
    }
}
