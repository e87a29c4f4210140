package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
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
            send(WARM_UP, "warm-up", Duration.ZERO);
            await().atMost(Duration.ofMinutes(2)).until(() -> waiting() == CLIENTS * WARM_UP);
            measure(
                    "%d messages/s offered".formatted(OFFERED),
                    "paced",
                    Duration.ofMillis(1000L * CLIENTS / OFFERED),
                    WARM_UP);
            measure("as fast as they can", "flood", Duration.ZERO, WARM_UP + MESSAGES_EACH);
        } finally {
            engine.getJobExecutor().shutdown();
        }
    }

    /** @param pause from one message of a client to its next; latency counts from the moment at which it was to be sent */
    private void measure(String how, String prefix, Duration pause, int before) throws Exception {
        long start = System.nanoTime();
        long[] latencies = send(MESSAGES_EACH, prefix, pause);
        double accepting = (System.nanoTime() - start) / 1e9;
        await().atMost(Duration.ofMinutes(5)).until(() -> waiting() == (long) CLIENTS * (before + MESSAGES_EACH));
        double sorting = (System.nanoTime() - start) / 1e9;
        Arrays.sort(latencies);
        BenchTable table = new BenchTable("Intake, %d clients, %s".formatted(CLIENTS, how));
        table.row("accepted and started", latencies.length / accepting, "msg/s", "goal >= 100");
        table.row("acknowledgement, median", millis(latencies, 0.5), "ms", "");
        table.row("acknowledgement, p95", millis(latencies, 0.95), "ms", "goal < 100");
        table.row("acknowledgement, p99", millis(latencies, 0.99), "ms", "");
        table.row("waiting for an operator, all of them", latencies.length / sorting, "msg/s", "");
        table.print();
        assertThat(latencies).hasSize(CLIENTS * MESSAGES_EACH);
    }

    private long waiting() {
        return tasks.createTaskQuery()
                .taskDefinitionKey("userTask_triageMessage")
                .count();
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / 1e6;
    }

    private long[] send(int each, String prefix, Duration pause) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<long[]>> calls = IntStream.range(0, CLIENTS)
                    .<Callable<long[]>>mapToObj(client -> () -> sendAll(each, prefix + "-" + client, pause))
                    .toList();
            List<Long> latencies = new ArrayList<>();
            for (Future<long[]> future : clients.invokeAll(calls)) {
                Arrays.stream(future.get()).forEach(latencies::add);
            }
            return latencies.stream().mapToLong(Long::longValue).toArray();
        } finally {
            clients.shutdown();
        }
    }

    private long[] sendAll(int each, String prefix, Duration pause) {
        Http http = Http.nobody(port);
        long[] latencies = new long[each];
        long begun = System.nanoTime();
        for (int i = 0; i < each; i++) {
            Map<String, Object> message = Map.of(
                    "channel",
                    "vk",
                    "externalId",
                    prefix + "-" + i,
                    "author",
                    Map.of("name", "Анна К."),
                    "text",
                    "Во дворе на Русской, " + i + " трава по пояс, детям негде играть. Когда покосят?");
            long due = begun + i * pause.toNanos();
            LockSupport.parkNanos(due - System.nanoTime());
            long start = pause.isZero() ? System.nanoTime() : due;
            assertThat(http.post("/api/messages", message, "X-API-Key", "demo").status())
                    .isEqualTo(201);
            latencies[i] = System.nanoTime() - start;
        }
        return latencies;
    }
}
