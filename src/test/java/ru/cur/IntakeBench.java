package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Twenty programs send messages as fast as they are taken, with the job executor at work behind. */
@CurTest
class IntakeBench {
    private static final int CLIENTS = 20;
    private static final int OFFERED = 105;
    private static final int MESSAGES_EACH = 200;
    private static final int WARM_UP = 100;

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private TaskService tasks;

    @Test
    void messagesAcceptedAndStarted() throws Exception {
        engine.getJobExecutor().start();
        try {
            send(Flood.unpaced(CLIENTS, WARM_UP), "warm-up");
            await().atMost(Duration.ofMinutes(2)).until(() -> waiting() == CLIENTS * WARM_UP);
            measure(
                    "%d messages/s offered".formatted(OFFERED),
                    "paced",
                    Flood.paced(CLIENTS, MESSAGES_EACH, OFFERED),
                    WARM_UP);
            measure("as fast as they can", "flood", Flood.unpaced(CLIENTS, MESSAGES_EACH), WARM_UP + MESSAGES_EACH);
        } finally {
            engine.getJobExecutor().shutdown();
        }
    }

    private void measure(String how, String prefix, Flood flood, int before) throws Exception {
        long start = System.nanoTime();
        long[] latencies = send(flood, prefix);
        double accepting = (System.nanoTime() - start) / 1e9;
        await().atMost(Duration.ofMinutes(5)).until(() -> waiting() == (long) CLIENTS * (before + MESSAGES_EACH));
        double sorting = (System.nanoTime() - start) / 1e9;
        BenchTable table = new BenchTable("Intake, %d clients, %s".formatted(CLIENTS, how));
        table.row("accepted and started", latencies.length / accepting, "msg/s", "goal >= 100");
        table.row("acknowledgement, median", Flood.millis(latencies, 0.5), "ms", "");
        table.row("acknowledgement, p95", Flood.millis(latencies, 0.95), "ms", "goal < 100");
        table.row("acknowledgement, p99", Flood.millis(latencies, 0.99), "ms", "");
        table.row("waiting for an operator, all of them", latencies.length / sorting, "msg/s", "");
        table.print();
        assertThat(latencies).hasSize(CLIENTS * MESSAGES_EACH);
    }

    private long waiting() {
        return tasks.createTaskQuery()
                .taskDefinitionKey("userTask_triageMessage")
                .count();
    }

    private long[] send(Flood flood, String prefix) throws Exception {
        Http http = Http.nobody(port);
        return flood.send((client, i) -> {
            Map<String, Object> message = Map.of(
                    "channel",
                    "vk",
                    "externalId",
                    "%s-%d-%d".formatted(prefix, client, i),
                    "author",
                    Map.of("name", "Анна К."),
                    "text",
                    "Во дворе на Русской, " + i + " трава по пояс, детям негде играть. Когда покосят?");
            assertThat(http.post("/api/messages", message, "X-API-Key", "demo").status())
                    .isEqualTo(201);
        });
    }
}
