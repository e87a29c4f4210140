package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.REWORK;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.promised;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ProcessJourney;

class AbsenceHandoverProcessTest extends AbsenceStories {
    @Autowired
    private HistoryService past;

    @Test
    @DisplayName("Отпуск с завтрашнего дня: утром задача у замещающего, оба извещены; вернувшийся её назад не получает")
    void theMorningHandsOver() {
        ProcessJourney journey = accepted(journeys.registered("Стадион зарос травой"));
        away(
                "vladivostok",
                "vladivostokHead",
                absences.today().plusDays(1),
                absences.today().plusDays(3));
        assertThat(assignee(journey, "userTask_doWork")).isEqualTo("vladivostok");

        journey.after(Duration.ofHours(22));
        morning();
        assertThat(assignee(journey, "userTask_doWork")).isEqualTo("vladivostokHead");
        assertThat(lines(journey, HANDED_OVER)).containsExactly("«Выполнить работы»: Вера Тихонова → Виктор Гаврилов");
        assertThat(journey.column("executor_id")).isEqualTo("vladivostokHead");
        assertThat(journey.told()).containsExactlyInAnyOrder("vladivostokHead", "vladivostok");
        assertThat(notice("vladivostokHead"))
                .startsWith("Вам передано: 1 задача, " + journey.number())
                .contains("«Выполнить работы», до ", "отсутствует Вера Тихонова");
        assertThat(notice("vladivostok"))
                .startsWith("Вы отсутствуете, передано: 1 задача")
                .contains("теперь у: Виктор Гаврилов");

        jdbc.sql("delete from absence").update();
        journey.completes("userTask_doWork", "vladivostokHead", MOWN)
                .completes("userTask_prepareResponse", "vladivostokHead", ANSWER)
                .completes("userTask_approveResponse", "curator", REWORK);
        assertThat(assignee(journey, "userTask_prepareResponse")).isEqualTo("vladivostokHead");
    }

    @Test
    @DisplayName("Отсутствие внесли сегодня: задачи переданы сразу, повтор утром ничего не меняет")
    void anAbsenceThatHasBegunHandsOverAtOnce() {
        ProcessJourney first = accepted(journeys.registered("Стадион зарос травой"));
        ProcessJourney second = promised(journeys.registered("Нет люка"), "2026-12-10");
        away("vladivostok", "vladivostokHead");
        assertThat(assignee(first, "userTask_doWork"))
                .as("until the job has run")
                .isEqualTo("vladivostok");
        runJobs();
        assertThat(assignee(first, "userTask_doWork")).isEqualTo("vladivostokHead");
        assertThat(assignee(second, "userTask_proveCompletion")).isEqualTo("vladivostokHead");
        assertThat(mainVariable(second)).as("what a reopened case goes on with").isEqualTo("vladivostokHead");
        assertThat(notice("vladivostokHead"))
                .startsWith("Вам передано: 2 задачи")
                .contains(first.number(), second.number(), "«Подтвердить выполнение»");

        morning();
        assertThat(lines(first, HANDED_OVER)).hasSize(1);
        assertThat(lines(second, HANDED_OVER)).hasSize(1);
    }

    @Test
    @DisplayName("Отсутствие вносят два узла сразу: каждая задача передана один раз")
    void twoNodesHandOverOnce() throws Exception {
        ProcessJourney journey = accepted(journeys.registered("Стадион зарос травой"));
        away("vladivostok", "vladivostokHead");
        away("mingkh", null);
        ready().list().forEach(start -> management.executeJob(start.getId()));
        List<Job> portions = ready().list();
        assertThat(portions).hasSize(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> work = portions.stream()
                    .map(job -> (Callable<Boolean>) () -> succeeds(job))
                    .toList();
            for (Future<Boolean> done : nodes.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(assignee(journey, "userTask_doWork")).isEqualTo("vladivostokHead");
        assertThat(lines(journey, HANDED_OVER)).hasSize(1);
    }

    @Test
    @DisplayName("Новая задача отсутствующего сразу достаётся замещающему, а если и того нет – тому, кто замещает его")
    void aNewTaskBeginsWithTheSubstitute() {
        ProcessJourney journey = answered(journeys.registered("Стадион зарос травой"));
        away("arsenyev", "vladivostokHead");
        away("vladivostok", "arsenyev");
        journey.completes("userTask_approveResponse", "curator", REWORK);
        assertThat(assignee(journey, "userTask_prepareResponse")).isEqualTo("vladivostokHead");
        assertThat(lines(journey, HANDED_OVER)).containsExactly("«Подготовить ответ»: Вера Тихонова → Виктор Гаврилов");
        assertThat(journey.told()).containsExactlyInAnyOrder("vladivostokHead", "vladivostok");
        assertThat(journey.column("executor_id")).isEqualTo("vladivostokHead");
        assertThat(past.createHistoricTaskInstanceQuery()
                        .taskId(journey.task("userTask_prepareResponse").getId())
                        .singleResult()
                        .getAssignee())
                .isEqualTo("vladivostokHead");
        journey.completes("userTask_prepareResponse", "vladivostokHead", ANSWER)
                .isWaitingAt("userTask_approveResponse");
    }

    @Test
    @DisplayName("Отсутствующий всё же работает сам: задачу, к которой он пришёл, у него не отнимают до утра")
    void whoeverActsHimselfIsAtWork() {
        ProcessJourney journey = accepted(journeys.registered("Стадион зарос травой"));
        away("vladivostok", "vladivostokHead");
        journey.completes("userTask_doWork", "vladivostok", MOWN);
        assertThat(assignee(journey, "userTask_prepareResponse")).isEqualTo("vladivostok");
        morning();
        assertThat(assignee(journey, "userTask_prepareResponse")).isEqualTo("vladivostokHead");
    }

    @Test
    @DisplayName("Замещать некому: задачу видит весь орган, и кто её взял, тот и исполнитель")
    void withoutASubstituteTheTaskIsAnybodysOfTheBody() {
        ProcessJourney journey = accepted(journeys.registered("Стадион зарос травой"));
        away("vladivostok", null);
        runJobs();
        assertThat(assignee(journey, "userTask_doWork")).isNull();
        assertThat(lines(journey, GIVEN_BACK)).containsExactly("«Выполнить работы»: Вера Тихонова. Замещать некому");
        assertThat(journey.column("executor_id")).isNull();
        assertThat(journey.told()).containsExactly("vladivostok");
        assertThat(offered("vladivostokHead", "admVladivostok", journey)).isEqualTo(1);

        journey.completes("userTask_doWork", "vladivostokHead", MOWN);
        assertThat(journey.column("executor_id")).isEqualTo("vladivostokHead");
        assertThat(lines(journey, "Назначен исполнитель")).containsExactly("Виктор Гаврилов");
        assertThat(assignee(journey, "userTask_prepareResponse")).isEqualTo("vladivostokHead");
    }

    @Test
    @DisplayName("Замещает сотрудник другого органа: чужой задачи он не получает, она возвращается своим")
    void aSubstituteOfAnotherBodyDoesNotGetIt() {
        ProcessJourney journey = accepted(journeys.registered("Стадион зарос травой"));
        away("vladivostok", "arsenyev");
        runJobs();
        assertThat(assignee(journey, "userTask_doWork")).isNull();
        assertThat(lines(journey, GIVEN_BACK))
                .containsExactly(
                        "«Выполнить работы»: Вера Тихонова. Замещающему эта задача не предложена: Артём Белов");
        assertThat(journey.told()).doesNotContain("arsenyev");
    }

    @Test
    @DisplayName("Куратор взял ответ на согласование и ушёл: руководитель его замещает, но согласует только куратор")
    void aSubstituteToWhomTheDiagramDoesNotOfferItDoesNotGetIt() {
        ProcessJourney journey = answered(journeys.registered("Стадион зарос травой"));
        Task approval = journey.task("userTask_approveResponse");
        tasks.setAssignee(approval.getId(), "curator");
        away("curator", "head");
        runJobs();
        assertThat(assignee(journey, "userTask_approveResponse")).isNull();
        assertThat(journey.column("executor_id")).isEqualTo("vladivostok");
        assertThat(offered("curator", "curators", journey)).isEqualTo(1);
    }

    @Test
    @DisplayName("Задач больше порции: процесс возвращается за остальными; задача вне инцидента тоже не теряется")
    void manyTasksGoInPortions() {
        List<Task> own = IntStream.range(0, 51).mapToObj(this::ownTask).toList();
        try {
            away("peo", null);
            String instance = running().singleResult().getId();
            runJobs();
            assertThat(tasks.createTaskQuery().taskAssignee("peo").count()).isZero();
            assertThat(past.createHistoricActivityInstanceQuery()
                            .processInstanceId(instance)
                            .activityId("serviceTask_handOverTasks")
                            .count())
                    .isEqualTo(2);
            assertThat(notice("peo")).contains("«Проверить контейнер", "возвращена в общий список");
        } finally {
            own.forEach(task -> tasks.deleteTask(task.getId(), true));
        }
    }

    private Task ownTask(int number) {
        Task task = tasks.newTask();
        task.setName("Проверить контейнер " + number);
        task.setAssignee("peo");
        tasks.saveTask(task);
        return task;
    }

    /** The engine tries again what another node was faster with. */
    private boolean succeeds(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (OptimisticLockingException slower) {
            management.executeJob(job.getId());
        }
        return true;
    }

    private long offered(String person, String group, ProcessJourney journey) {
        return journey.as(person, () -> tasks.createTaskQuery()
                .processInstanceBusinessKey(journey.number())
                .taskCandidateGroup(group)
                .count());
    }

    private Object mainVariable(ProcessJourney journey) {
        return runtime.getVariable(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(journey.number())
                        .processDefinitionKey("incident-handling")
                        .singleResult()
                        .getId(),
                "executorId");
    }

    /** Subject and text of the latest one. */
    private String notice(String recipient) {
        return jdbc.sql("select subject || ' ' || text from notification where recipient = ? order by id desc limit 1")
                .param(recipient)
                .query(String.class)
                .single();
    }
}
