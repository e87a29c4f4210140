package ru.cur;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks one case through its diagrams, as the people of the demo, and fails with a sentence. */
public final class ProcessJourney {
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final String number;

    ProcessJourney(ProcessEngine engine, JdbcClient jdbc, String number) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.number = number;
    }

    public String number() {
        return number;
    }

    /** Runs the steps that wait for nothing but a thread; what has failed waits longer. */
    public ProcessJourney runsJobs() {
        List<Job> jobs = readyJobs();
        while (!jobs.isEmpty()) {
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            jobs = readyJobs();
        }
        return this;
    }

    private List<Job> readyJobs() {
        return jobs().filter(job -> !isTimer(job) && !hasFailed(job)).toList();
    }

    /** What has failed is tried once more, and what follows runs. */
    public ProcessJourney triesAgain() {
        jobs().filter(ProcessJourney::hasFailed)
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return runsJobs();
    }

    /** The last of the repetitions of what has failed fails, too. */
    public ProcessJourney failsForGood() {
        Job failed = jobs().filter(ProcessJourney::hasFailed).findFirst().orElseThrow();
        engine.getManagementService().setJobRetries(failed.getId(), 1);
        assertThatThrownBy(() -> engine.getManagementService().executeJob(failed.getId()))
                .isInstanceOf(RuntimeException.class);
        return this;
    }

    private static boolean hasFailed(Job job) {
        return job.getExceptionMessage() != null;
    }

    /** The moment of the timer comes, and what it sets off runs. */
    public ProcessJourney fires(String timer) {
        return fires(timer(timer));
    }

    public ProcessJourney fires(Job job) {
        Instant due = job.getDuedate().toInstant();
        if (due.isAfter(now())) {
            ClockUtil.setCurrentTime(Date.from(due));
        }
        engine.getManagementService().executeJob(job.getId());
        return runsJobs();
    }

    /** The author says nothing of the final answer until his time for that is over. */
    public ProcessJourney closes() {
        return hasStatus("ANSWERED").fires("timerEvent_feedbackOver");
    }

    /** A person takes the task and completes it; what follows at once runs too. */
    public ProcessJourney completes(String task, String person, Map<String, Object> form) {
        return completes(task(task), person, form);
    }

    /** The same for one of several tasks with the same id. */
    public ProcessJourney completes(Task waiting, String person, Map<String, Object> form) {
        as(person, () -> {
            if (!person.equals(waiting.getAssignee())) {
                engine.getTaskService().claim(waiting.getId(), person);
            }
            engine.getFormService().submitTaskForm(waiting.getId(), form);
            return null;
        });
        return runsJobs();
    }

    /** Acts with the groups and tenants of a person, as a browser or a program would. */
    public <T> T as(String person, Supplier<T> act) {
        var identity = engine.getIdentityService();
        List<String> groups = identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        List<String> tenants =
                identity.createTenantQuery().userMember(person).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .toList();
        identity.setAuthentication(person, groups, tenants);
        try {
            return act.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The clock goes on. */
    public ProcessJourney after(Duration time) {
        ClockUtil.setCurrentTime(Date.from(now().plus(time)));
        return this;
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Exactly these tasks wait, no others. */
    public ProcessJourney isWaitingAt(String... tasks) {
        assertThat(tasks().map(Task::getTaskDefinitionKey))
                .as("tasks of %s", number)
                .containsExactlyInAnyOrder(tasks);
        return this;
    }

    /** No instance, task or job of the case is left. */
    public ProcessJourney isOver() {
        assertThat(tasks().map(Task::getTaskDefinitionKey))
                .as("tasks of %s", number)
                .isEmpty();
        assertThat(jobs().map(Job::getId)).as("jobs of %s", number).isEmpty();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .as("running instances of %s", number)
                .isZero();
        return this;
    }

    public ProcessJourney hasPassed(String... activities) {
        assertThat(passed()).as("what %s has passed", number).contains(activities);
        return this;
    }

    public ProcessJourney hasNotPassed(String... activities) {
        assertThat(passed()).as("what %s has passed", number).doesNotContain(activities);
        return this;
    }

    /** Who has been told of its terms, in that order. */
    public List<String> told() {
        return jdbc.sql("select recipient from notification where incident_number = :number order by id")
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** The next step of the ladder comes at that moment, and these people learn of it, once each. */
    public ProcessJourney reachesStep(String moment, String... people) {
        List<String> before = told();
        assertThat(timer("timerEvent_levelReached").getDuedate().toInstant()).isEqualTo(Instant.parse(moment));
        fires("timerEvent_levelReached");
        List<String> after = told();
        assertThat(after.subList(before.size(), after.size())).containsExactlyInAnyOrder(people);
        return this;
    }

    private List<String> passed() {
        return instances()
                .flatMap(id -> engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(id)
                        .finished()
                        .list()
                        .stream())
                .map(activity -> activity.getActivityId())
                .collect(toList());
    }

    /** The only waiting task with this id. */
    public Task task(String id) {
        List<Task> found =
                tasks().filter(task -> task.getTaskDefinitionKey().equals(id)).toList();
        assertThat(found)
                .as(
                        "waiting tasks '%s' of %s; waiting are %s",
                        id, number, tasks().map(Task::getTaskDefinitionKey).toList())
                .hasSize(1);
        return found.get(0);
    }

    public Job timer(String activity) {
        return jobs().filter(ProcessJourney::isTimer)
                .filter(job -> activity.equals(activityOf(job)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer waits at '%s' of %s".formatted(activity, number)));
    }

    /** All that wait, whatever they wait for. */
    public List<Job> timers() {
        return jobs().filter(ProcessJourney::isTimer).toList();
    }

    /** What the instance of the timer knows by this name. */
    public Object variableOf(Job timer, String name) {
        return engine.getRuntimeService().getVariable(timer.getProcessInstanceId(), name);
    }

    public String activityOf(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    /** A column of the case. */
    public Object column(String name) {
        return jdbc.sql("select " + name + " from incident where number = :number")
                .param("number", number)
                .query((row, i) -> row.getObject(1))
                .list()
                .get(0);
    }

    /** What the task knows by this name. */
    public Object variable(String task, String name) {
        return engine.getTaskService().getVariable(task(task).getId(), name);
    }

    /** It has been sorted as work that needs resources. */
    public ProcessJourney needsResources() {
        jdbc.sql("update incident set work_size = 'RESOURCE_INTENSIVE' where number = :number")
                .param("number", number)
                .update();
        return this;
    }

    /** What happened, with the details, a line each, oldest first. */
    public List<String> history() {
        return jdbc.sql("select concat_ws(': ', kind, details) from incident_event where incident_id ="
                        + " (select id from incident where number = :number) order by id")
                .param("number", number)
                .query(String.class)
                .list();
    }

    public ProcessJourney hasStatus(String status) {
        assertThat(column("status")).as("status of %s", number).isEqualTo(status);
        return this;
    }

    public Stream<Task> tasks() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream();
    }

    private Stream<Job> jobs() {
        Set<String> running = jdbc.sql("select id_ from act_ru_execution where business_key_ = :number")
                .param("number", number)
                .query(String.class)
                .set();
        return running.isEmpty()
                ? Stream.of()
                : engine.getManagementService().createJobQuery().processInstanceIds(running).list().stream();
    }

    private static boolean isTimer(Job job) {
        return Objects.equals(((org.camunda.bpm.engine.impl.persistence.entity.JobEntity) job).getType(), "timer");
    }

    private Stream<String> instances() {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .map(HistoricProcessInstance::getId);
    }
}
