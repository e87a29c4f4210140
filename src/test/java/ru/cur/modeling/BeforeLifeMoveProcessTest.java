package ru.cur.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import ru.cur.ClockedTest;
import ru.cur.NetworkOutage;
import ru.cur.ProcessJourney;

/** Cases on the diagrams of before-life go on with today's, from wherever they wait, and what has a date keeps it. */
class BeforeLifeMoveProcessTest extends ClockedTest {
    private static final Path BEFORE_LIFE = Path.of("src/test/resources/diagrams/before-life");

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private InstanceMoves moves;

    @Autowired
    @Qualifier("clearForPublicationDelegate")
    private JavaDelegate clearForPublication;

    @Autowired
    private NetworkOutage outage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JavaMailSenderImpl mail;

    private EarlierWays ways;
    private EarlierKnowledge knowledge;

    @BeforeEach
    void findWays() {
        ways = new EarlierWays(journeys, engine, clearForPublication, outage, mail);
        knowledge = new EarlierKnowledge(runtime, repository, jdbc);
    }

    @AfterEach
    void everyNetworkAgain() {
        outage.end();
    }

    @Test
    @DisplayName("Есть путь к каждому месту, где прежние диаграммы ждут человека, срока, сообщения или программу")
    void everyWaitIsReached() throws Exception {
        try (EarlierDiagrams earlier = EarlierDiagrams.deploy(repository, BEFORE_LIFE)) {
            assertThat(Stream.of(EarlierWait.values()).flatMap(wait -> wait.elements().stream()))
                    .containsAll(earlier.waits());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "Инцидент на прежних диаграммах переходит на новые: задачи и таймеры с теми же датами, и идёт до закрытия")
    void aCaseGoesOnFromWhereItWaits(EarlierWait wait) throws Exception {
        ProcessJourney journey;
        try (EarlierDiagrams earlier = EarlierDiagrams.deploy(repository, BEFORE_LIFE)) {
            journey = wait.reached(ways);
            forgetWhatNobodyKnew(journey);
            assertThat(waiting(journey)).containsAll(wait.elements());
            Set<String> before = open(journey);
            int instances = instances(journey).size();
            assertThat(earlier.move(moves)).as("moved, %s", moves.unmoved()).isEqualTo(instances);
            assertThat(open(journey)).containsAll(before);
            assertThat(instances(journey))
                    .extracting(ProcessInstance::getProcessDefinitionId)
                    .doesNotContainAnyElementsOf(earlier.definitions().stream()
                            .map(ProcessDefinition::getId)
                            .toList());
        }
        outage.end();
        UsualWork.finish(journey.triesAgain()).hasStatus("CLOSED");
    }

    @Test
    @DisplayName(
            "Приостановленный экземпляр переходит и остаётся приостановленным, с ним и новые таймеры; потом идёт дальше")
    void aSuspendedCaseStaysSuspended() throws Exception {
        ProcessJourney journey;
        try (EarlierDiagrams earlier = EarlierDiagrams.deploy(repository, BEFORE_LIFE)) {
            journey = ways.registered();
            forgetWhatNobodyKnew(journey);
            instances(journey).forEach(instance -> runtime.suspendProcessInstanceById(instance.getId()));
            assertThat(earlier.move(moves)).isEqualTo(1);
        }
        assertThat(instances(journey)).allMatch(ProcessInstance::isSuspended);
        assertThat(journey.timers())
                .extracting(journey::activityOf)
                .as("the redirect's is new")
                .containsExactlyInAnyOrder("timerEvent_triageHalfPassed", "timerEvent_redirectHalfPassed");
        assertThat(journey.timers()).allMatch(Job::isSuspended);
        assertThat(journey.tasks()).allMatch(Task::isSuspended);
        instances(journey).forEach(instance -> runtime.activateProcessInstanceById(instance.getId()));
        UsualWork.finish(journey).hasStatus("CLOSED");
    }

    @Test
    @DisplayName(
            "Публикация не удалась окончательно: инцидент движка переходит вместе с экземпляром, и попытку можно повторить")
    void aFailedStepGoesOn() throws Exception {
        ProcessJourney journey;
        try (EarlierDiagrams earlier = EarlierDiagrams.deploy(repository, BEFORE_LIFE)) {
            journey = ways.unpublished();
            forgetWhatNobodyKnew(journey);
            management.setJobRetries(publication(journey).getId(), 0);
            earlier.move(moves);
        }
        assertThat(publication(journey).getRetries()).isZero();
        assertThat(runtime.createIncidentQuery()
                        .configuration(publication(journey).getId())
                        .singleResult()
                        .getActivityId())
                .isEqualTo("serviceTask_publishResponse");
        outage.end();
        management.setJobRetries(publication(journey).getId(), 1);
        UsualWork.finish(journey.triesAgain()).hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Перешедший инцидент слышит то же, что и начатый сегодня: отзыв, ограничение доступа, новый срок")
    void aMovedCaseHearsWhatTodaysHears() throws Exception {
        ProcessJourney journey;
        try (EarlierDiagrams earlier = EarlierDiagrams.deploy(repository, BEFORE_LIFE)) {
            journey = ways.registered();
            forgetWhatNobodyKnew(journey);
            earlier.move(moves);
        }
        List<String> today = messages(ways.registered()).toList();
        assertThat(today).isNotEmpty();
        assertThat(messages(journey)).containsExactlyInAnyOrderElementsOf(today);
    }

    private Job publication(ProcessJourney journey) {
        return instances(journey).stream()
                .flatMap(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId("serviceTask_publishResponse")
                        .list()
                        .stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "Контрольная дата наступила в миг обновления: нарушение записано один раз, на прежней диаграмме или на новой")
    void aStepOnItsWayIsNotLost() throws Exception {
        ProcessJourney journey;
        try (EarlierDiagrams earlier = EarlierDiagrams.deploy(repository, BEFORE_LIFE)) {
            journey = ways.breaking();
            forgetWhatNobodyKnew(journey);
            earlier.move(moves);
            journey.runsJobs();
            earlier.move(moves);
        }
        assertThat(journey.column("broken_promises")).isEqualTo(1);
        UsualWork.finish(journey).hasStatus("CLOSED");
    }

    private void forgetWhatNobodyKnew(ProcessJourney journey) {
        knowledge.forgetTheRest(journey.number(), instances(journey));
    }

    /** Ids of the elements at which the case waits for anything. */
    private Set<String> waiting(ProcessJourney journey) {
        Stream<String> steps = instances(journey).stream()
                .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream());
        Stream<String> jobs = jobs(journey).map(journey::activityOf);
        return Stream.of(steps, messages(journey), jobs).flatMap(ids -> ids).collect(Collectors.toSet());
    }

    private Stream<String> messages(ProcessJourney journey) {
        return instances(journey).stream()
                .flatMap(instance ->
                        runtime.createEventSubscriptionQuery().processInstanceId(instance.getId()).list().stream())
                .map(EventSubscription::getActivityId);
    }

    private List<ProcessInstance> instances(ProcessJourney journey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(journey.number())
                .list();
    }

    /** What waits, with its dates and for whom. */
    private Set<String> open(ProcessJourney journey) {
        return Stream.concat(journey.tasks().map(this::line), jobs(journey).map(job -> line(journey, job)))
                .collect(Collectors.toSet());
    }

    private Stream<Job> jobs(ProcessJourney journey) {
        return instances(journey).stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream());
    }

    private String line(Task task) {
        return String.join(
                " ",
                task.getId(),
                task.getTaskDefinitionKey(),
                String.valueOf(task.getDueDate()),
                String.valueOf(task.getPriority()),
                String.valueOf(task.getAssignee()),
                tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .map(String::valueOf)
                        .sorted()
                        .toList()
                        .toString());
    }

    private String line(ProcessJourney journey, Job job) {
        return String.join(
                " ", journey.activityOf(job), String.valueOf(job.getDuedate()), String.valueOf(job.getRetries()));
    }
}
