package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The program as its operator meets it: started, refused, killed, started again. */
class StartupTest {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    private Path folder;

    @Test
    void aWrongDatabaseAddressIsOneLine() throws Exception {
        try (ProgramProcess program = start(Map.of("spring.datasource.url", "jdbc:postgresql://localhost:1/cur"))) {
            assertOneLine(program.failure(), "SPRING_DATASOURCE_URL");
        }
    }

    @Test
    void aTakenPortIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            try (ProgramProcess program = start(Map.of("server.port", port))) {
                assertOneLine(program.failure(), "Порт " + port + " занят");
            }
        }
    }

    @Test
    void aFolderOfAnotherProcessIsOneLine() throws Exception {
        try (FileChannel owner = FileChannel.open(
                        folder.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = owner.lock();
                ProgramProcess program = start(Map.of())) {
            assertThat(lock.isValid()).isTrue();
            assertOneLine(program.failure(), "занята другим запущенным экземпляром");
        }
    }

    @Test
    void aChannelThatIsHalfSetUpIsOneLineWithoutSecrets() throws Exception {
        try (ProgramProcess program = start(Map.of("cur.channel.telegram.token", "1:the-token"))) {
            List<String> output = program.failure();
            assertOneLine(output, "CUR_CHANNEL_TELEGRAM_SECRET");
            assertThat(output).noneMatch(line -> line.contains("the-token"));
        }
    }

    @Test
    void aDiagramThatRefersToNothingIsNamed() throws Exception {
        Path broken = Files.createDirectories(folder.resolve("classes/bpmn/incident"));
        Files.writeString(broken.resolve("broken.bpmn"), """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="d">
                  <bpmn:process id="broken" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="startEvent_x" />
                    <bpmn:sequenceFlow id="f" sourceRef="startEvent_x" targetRef="serviceTask_flyToTheMoon" />
                    <bpmn:serviceTask id="serviceTask_flyToTheMoon" camunda:delegateExpression="#{flyToTheMoonDelegate}" />
                  </bpmn:process>
                </bpmn:definitions>
                """);
        try (ProgramProcess program = start(Map.of(), folder.resolve("classes"))) {
            assertOneLine(program.failure(), "broken.bpmn, элемент serviceTask_flyToTheMoon");
        }
    }

    @Test
    void killedInTheMiddleItLosesNothingAndDoublesNothing() throws Exception {
        Map<String, String> settings = Map.of("cur.intake.api-keys.test", "secret", "cur.admin.password", "demo");
        String number;
        JsonNode before;
        JsonNode timersBefore;
        try (ProgramProcess program = start(settings)) {
            Http http = Http.nobody(program.waitUntilStarted());
            number = http.post("/api/messages", message(), "X-API-Key", "secret")
                    .json()
                    .get("number")
                    .asText();
            before = waitingTask(http);
            timersBefore = timers(http);
            program.kill();
        }
        try (ProgramProcess program = start(settings)) {
            Http http = Http.nobody(program.waitUntilStarted());
            Http.Answer again = http.post("/api/messages", message(), "X-API-Key", "secret");
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json().get("number").asText()).isEqualTo(number);
            JsonNode after = waitingTask(http);
            assertThat(after.get("id")).isEqualTo(before.get("id"));
            assertThat(after.get("due")).isEqualTo(before.get("due"));
            assertThat(timers(http)).isNotEmpty().isEqualTo(timersBefore);
        }
    }

    /** Those of cases. */
    private static JsonNode timers(Http http) {
        return http.as("admin")
                .get("/engine-rest/job?timers=true&processDefinitionKey=incident-handling")
                .json();
    }

    @Test
    void withoutAPasswordOneIsMadeAndShownOnce() throws Exception {
        String password;
        try (ProgramProcess program = start(Map.of("cur.admin.login", "chief"))) {
            String line = program.waitFor("Создан первый администратор");
            assertThat(line).contains("логин chief");
            password = line.replaceAll(".*пароль (\\S+) .*", "$1");
            assertThat(password).hasSize(20);
        }
        try (ProgramProcess program = start(Map.of("cur.admin.login", "chief"))) {
            int port = program.waitUntilStarted();
            assertThat(program.hasSaid("Создан первый администратор")).isFalse();
            assertThat(Http.nobody(port).as("operator").get("/engine-rest/task").status())
                    .as("no account of the demo exists")
                    .isEqualTo(401);
        }
    }

    @Test
    void twoNodesThatStartTogetherShareAnEmptyDatabase() throws Exception {
        Map<String, String> settings = Map.of(
                "spring.datasource.url", TestDatabase.create("two_nodes"),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres",
                "cur.admin.password", "demo",
                "cur.intake.api-keys.test", "secret");
        try (ProgramProcess first = start(settings);
                ProgramProcess second = start(settings)) {
            List<Http> nodes = List.of(Http.nobody(first.waitUntilStarted()), Http.nobody(second.waitUntilStarted()));
            for (Http node : nodes) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> node.get("/actuator/health/readiness").status() == 200);
            }
            for (Http node : nodes) {
                for (String made : List.of("user", "deployment")) {
                    assertThat(node.as("admin")
                                    .get("/engine-rest/" + made + "/count")
                                    .json()
                                    .get("count")
                                    .asInt())
                            .as(made)
                            .isEqualTo(1);
                }
            }
            Http.Answer created = nodes.get(0).post("/api/messages", message(), "X-API-Key", "secret");
            Http.Answer known = nodes.get(1).post("/api/messages", message(), "X-API-Key", "secret");
            assertThat(created.status()).isEqualTo(201);
            assertThat(known.status()).isEqualTo(200);
            assertThat(known.json().get("number")).isEqualTo(created.json().get("number"));
        }
    }

    @Test
    void theDemoWaitsForItsPeopleAndEndsItsWorkBeforeItsDatabaseEnds() throws Exception {
        Map<String, String> settings = Map.of("spring.profiles.active", "demo", "cur.demo.cases", "60");
        try (ProgramProcess program = start(settings)) {
            Http http = Http.nobody(program.waitUntilReady());
            Http curator = http.as("curator");
            assertThat(curator.get("/engine-rest/history/process-instance/count?processDefinitionKey=incident-handling")
                            .json()
                            .get("count")
                            .asInt())
                    .isEqualTo(60);
            for (String task : List.of("triageMessage", "approveResponse", "proveCompletion", "resolveBreach")) {
                assertThat(curator.get("/engine-rest/task/count?taskDefinitionKey=userTask_" + task)
                                .json()
                                .get("count")
                                .asInt())
                        .as(task)
                        .isPositive();
            }
            JsonNode cases = http.as("manager").get("/api/reports/sla").json().get("bodies");
            assertThat(cases.findValues("inTime")).anyMatch(inTime -> inTime.asInt() > 0);
            assertThat(cases.findValues("late")).anyMatch(late -> late.asInt() > 0);
            assertThat(program.stop())
                    .anyMatch(line -> line.contains("HikariPool-1 - Shutdown completed"))
                    .noneMatch(line -> line.contains("WARN") || line.contains("Exception"));
        }
    }

    private ProgramProcess start(Map<String, String> settings, Path... classPath) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("server.port", "0"));
        all.putAll(settings);
        return ProgramProcess.start(folder, all, classPath);
    }

    private static JsonNode waitingTask(Http http) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> http.as("admin").get("/engine-rest/task").json(), tasks -> tasks.size() == 1)
                .get(0);
    }

    private static Map<String, Object> message() {
        return Map.of("channel", "vk", "externalId", "wall-1_1", "author", Map.of("name", "Анна"), "text", "Нет воды");
    }

    private static void assertOneLine(List<String> output, String sentence) {
        assertThat(output).filteredOn(line -> line.contains(sentence)).hasSize(1);
        assertThat(output).noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"));
    }
}
