package ru.cur.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.route;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CurTest;
import ru.cur.Http;
import ru.cur.ProcessJourney;
import ru.cur.ProcessJourneys;

/** One body's executor sees nothing of another's through the engine's REST API, at whatever door he tries; the curator sees both. */
@CurTest
class TenantIsolationTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ProcessJourneys journeys;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    private Http owner;
    private Http stranger;
    private Http curator;
    private ProcessJourney journey;
    private Task task;

    @BeforeEach
    void aCaseOfVladivostok() {
        owner = Http.nobody(port).as("vladivostok");
        stranger = Http.nobody(port).as("arsenyev");
        curator = Http.nobody(port).as("curator");
        journey = journeys.registered("Трава на стадионе")
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT);
        task = journey.task("userTask_doWork");
    }

    @Test
    void tasks() {
        assertSeenByOwnerAndCurator("/engine-rest/task?processInstanceBusinessKey=" + encoded());
        assertFoundByOwnerAndCurator("/engine-rest/task/" + task.getId());
        assertFoundByOwnerAndCurator("/engine-rest/task/" + task.getId() + "/form-variables");
        assertFoundByOwnerAndCurator("/engine-rest/task/" + task.getId() + "/deployed-form");
    }

    @Test
    void instancesAndVariables() {
        assertSeenByOwnerAndCurator("/engine-rest/process-instance?processInstanceIds=" + task.getProcessInstanceId());
        assertFoundByOwnerAndCurator("/engine-rest/process-instance/" + task.getProcessInstanceId() + "/variables");
        assertSeenByOwnerAndCurator(
                "/engine-rest/variable-instance?processInstanceIdIn=" + task.getProcessInstanceId());
        assertSeenByOwnerAndCurator("/engine-rest/execution?processInstanceId=" + task.getProcessInstanceId());
    }

    @Test
    void history() {
        for (String kind : new String[] {"task", "activity-instance", "variable-instance", "process-instance"}) {
            assertSeenByOwnerAndCurator(
                    "/engine-rest/history/" + kind + "?processInstanceId=" + task.getProcessInstanceId());
        }
    }

    @Test
    void attachments() {
        Attachment attachment = tasks.createAttachment(
                "image/jpeg", task.getId(), null, "Фото", null, new ByteArrayInputStream(new byte[] {1}));
        assertThat(owner.get("/engine-rest/task/" + task.getId() + "/attachment")
                        .body())
                .contains(attachment.getId());
        assertThat(curator.get("/engine-rest/task/" + task.getId() + "/attachment")
                        .body())
                .contains(attachment.getId());
        assertThat(stranger.get("/engine-rest/task/" + task.getId() + "/attachment")
                        .body())
                .doesNotContain(attachment.getId());
        assertThat(stranger.get("/engine-rest/task/" + task.getId() + "/attachment/" + attachment.getId() + "/data")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aForeignTaskIsNeitherClaimedNorCompletedAndTheAttemptIsAudited() {
        int before = refusals();
        assertThat(stranger.post("/engine-rest/task/" + task.getId() + "/complete", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", "arsenyev"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/engine-rest/task/" + task.getId()).status()).isEqualTo(404);
        journey.isWaitingAt("userTask_doWork");
        assertThat(journey.task("userTask_doWork").getAssignee()).isEqualTo("vladivostok");
        assertThat(refusals()).isEqualTo(before + 3);
    }

    @Test
    void theMainProcessIsReadByTheCurOnly() {
        String main = "/engine-rest/process-instance?processDefinitionKey=incident-handling&businessKey=" + encoded();
        assertThat(curator.get(main).json()).hasSize(1);
        assertThat(owner.get(main).json()).isEmpty();
        assertThat(stranger.get(main).json()).isEmpty();
    }

    @Test
    void theCaseItselfIsShownToItsBodyAndTheCur() {
        String path = "/api/incidents/" + encoded();
        assertThat(owner.get(path).json().get("number").asText()).isEqualTo(journey.number());
        assertThat(curator.get(path).status()).isEqualTo(200);
        assertThat(stranger.get(path).status()).isEqualTo(404);
    }

    @Test
    void noRowOfAuthorizationIsWrittenForATask() {
        assertThat(jdbc.sql(
                                "select count(*) from act_ru_authorization where resource_type_ = 7 and resource_id_ <> '*'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void assertSeenByOwnerAndCurator(String list) {
        assertThat(owner.get(list).json()).as("owner at " + list).isNotEmpty();
        assertThat(curator.get(list).json()).as("curator at " + list).isNotEmpty();
        assertThat(stranger.get(list).json()).as("stranger at " + list).isEmpty();
    }

    private void assertFoundByOwnerAndCurator(String thing) {
        assertThat(owner.get(thing).status()).as("owner at " + thing).isEqualTo(200);
        assertThat(curator.get(thing).status()).as("curator at " + thing).isEqualTo(200);
        assertThat(stranger.get(thing).status()).as("stranger at " + thing).isEqualTo(404);
    }

    private String encoded() {
        return java.net.URLEncoder.encode(journey.number(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private int refusals() {
        return jdbc.sql("select count(*) from audit_event where kind = 'ACCESS_REFUSED' and actor = 'arsenyev'")
                .query(Integer.class)
                .single();
    }
}
