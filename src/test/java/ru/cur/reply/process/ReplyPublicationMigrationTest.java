package ru.cur.reply.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.TOLD_BY_PHONE;
import static ru.cur.CaseSteps.answered;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;

/** Instances of the version before move to the present one, wherever they wait, and go on there. */
class ReplyPublicationMigrationTest extends ClockedTest {
    private static final Path BEFORE = Path.of("src/test/resources/diagrams/before-life/reply-publication.bpmn");

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    private DeploymentWithDefinitions deployment;

    /** Under a key of its own, or other tests would find it as the latest version. */
    @BeforeEach
    void deployTheVersionBefore() throws IOException {
        String diagram = Files.readString(BEFORE)
                .replace("\"reply-publication\"", "\"reply-publication-before\"")
                .replace("formRefBinding=\"deployment\"", "formRefBinding=\"latest\"");
        deployment = repository
                .createDeployment()
                .addString("reply-publication-before.bpmn", diagram)
                .deployWithResult();
    }

    @AfterEach
    void deleteIt() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    @DisplayName("Ответ ждал куратора: после переноса его согласуют и публикуют")
    void whatWaitsForTheCurator() {
        ProcessJourney journey = answered(journeys.registered("Трава"));
        ProcessInstance moved = moved("userTask_approveResponse", journey);
        tasks.complete(taken(moved, "curator"), APPROVE);
        runJobs(moved);
        assertIsOver(moved);
    }

    @Test
    @DisplayName("Публикация ждала потока: после переноса ответ публикуется")
    void whatWaitsForAThread() {
        ProcessInstance moved = moved("serviceTask_publishResponse", answered(journeys.registered("Трава")));
        runJobs(moved);
        assertIsOver(moved);
    }

    @Test
    @DisplayName("Ответ ждал ручной публикации: после переноса оператор говорит, как передал его")
    void whatWaitsForAnOperator() {
        ProcessJourney journey = answered(journeys.registered("phone", "Трава"))
                .completes("userTask_approveResponse", "curator", APPROVE);
        ProcessInstance moved = moved("userTask_publishManually", journey);
        tasks.complete(taken(moved, "operator"), TOLD_BY_PHONE);
        assertIsOver(moved);
    }

    private ProcessInstance moved(String waitsAt, ProcessJourney journey) {
        ProcessDefinition before = deployment.getDeployedProcessDefinitions().get(0);
        ProcessInstance instance = runtime.createProcessInstanceById(before.getId())
                .businessKey("before-" + journey.number())
                .setVariables(Map.of(
                        "incidentNumber",
                        journey.number(),
                        "approvalTerm",
                        "2 WORKING_HOURS",
                        "publicationTerm",
                        "1 WORKING_HOURS",
                        "termsVersion",
                        1L))
                .startBeforeActivity(waitsAt)
                .execute();
        List<Date> dates = timers(instance);
        ProcessDefinition present = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(ReplyPublicationProcess.ID)
                .latestVersion()
                .singleResult();
        runtime.newMigration(runtime.createMigrationPlan(before.getId(), present.getId())
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(instance.getId())
                .execute();
        assertThat(timers(instance)).as("dates of the timers").isEqualTo(dates).hasSize(1);
        return instance;
    }

    private List<Date> timers(ProcessInstance instance) {
        return management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream()
                .map(Job::getDuedate)
                .toList();
    }

    private String taken(ProcessInstance instance, String person) {
        String task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        tasks.setAssignee(task, person);
        return task;
    }

    private void runJobs(ProcessInstance instance) {
        management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private void assertIsOver(ProcessInstance instance) {
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }
}
