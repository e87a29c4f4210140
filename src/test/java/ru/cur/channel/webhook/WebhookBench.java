package ru.cur.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.BenchTable;
import ru.cur.CurTest;
import ru.cur.Http;
import ru.cur.channel.inbox.InboxWork;

/**
 * A flood of events of a network: five times the peak of a day, 3,000, which may come within an hour, offered thirty times as fast
 * as that, and as fast as they can. The work on the events and the engine's jobs go on meanwhile.
 */
@CurTest
class WebhookBench {
    private static final int EVENTS = 3_000;
    private static final int PER_SECOND = 25;
    private static final int CLIENTS = 5;
    private static final int WORKERS = 2;

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private InboxWork work;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aFloodIsAcknowledgedAtOnce() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        engine.getJobExecutor().start();
        IntStream.range(0, WORKERS).forEach(i -> workers.execute(() -> keepWorking(ended)));
        try {
            send("warm-up", 300, Duration.ZERO);
            await().atMost(Duration.ofMinutes(3)).until(() -> waiting() == 0);
            measure(
                    "%d events/s offered".formatted(PER_SECOND),
                    "paced",
                    Duration.ofNanos(1_000_000_000L * CLIENTS / PER_SECOND));
            measure("as fast as they can", "flood", Duration.ZERO);
        } finally {
            ended.set(true);
            workers.shutdown();
            engine.getJobExecutor().shutdown();
        }
    }

    private void keepWorking(AtomicBoolean ended) {
        while (!ended.get()) {
            if (!work.work()) {
                LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            }
        }
    }

    private void measure(String how, String prefix, Duration pause) throws Exception {
        long start = System.nanoTime();
        long[] latencies = send(prefix, EVENTS, pause);
        double accepting = (System.nanoTime() - start) / 1e9;
        int left = waiting();
        await().atMost(Duration.ofMinutes(10)).until(() -> waiting() == 0);
        double all = (System.nanoTime() - start) / 1e9;
        Arrays.sort(latencies);
        BenchTable table = new BenchTable("Events of a network, %d in %s".formatted(EVENTS, how));
        table.row("acknowledged", latencies.length / accepting, "events/s", "");
        table.row("acknowledgement, median", millis(latencies, 0.5), "ms", "");
        table.row("acknowledgement, p99", millis(latencies, 0.99), "ms", "goal < 50");
        table.row("not yet worked on at the end of the flood", left, "events", "");
        table.row("worked on, all of them", EVENTS / all, "events/s", "");
        table.print();
        assertThat(jdbc.sql("select count(*) || ' ' || count(distinct external_id) from message"
                                + " where event_id in (select id from channel_event where event_key like :prefix)")
                        .param("prefix", prefix + "-%")
                        .query(String.class)
                        .single())
                .as("each event is one message")
                .isEqualTo(EVENTS + " " + EVENTS);
    }

    private int waiting() {
        return jdbc.sql("select count(*) from channel_event where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / 1e6;
    }

    private long[] send(String prefix, int events, Duration pause) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<long[]>> calls = IntStream.range(0, CLIENTS)
                    .<Callable<long[]>>mapToObj(client -> () -> sendAll(prefix, client, events / CLIENTS, pause))
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

    private long[] sendAll(String prefix, int client, int events, Duration pause) {
        Http http = Http.nobody(port);
        long[] latencies = new long[events];
        long begun = System.nanoTime();
        for (int i = 0; i < events; i++) {
            int number = Math.floorMod(prefix.hashCode(), 1_000) * 1_000_000 + client * 100_000 + i;
            String event = event(prefix + "-" + client + "-" + i, number);
            long due = begun + i * pause.toNanos();
            LockSupport.parkNanos(due - System.nanoTime());
            long start = pause.isZero() ? System.nanoTime() : due;
            assertThat(http.post("/channels/vk/webhook", event).body()).isEqualTo("ok");
            latencies[i] = System.nanoTime() - start;
        }
        return latencies;
    }

    private static String event(String key, int number) {
        return """
                {"type":"wall_reply_new","event_id":"%s","v":"5.199","group_id":25,"secret":"demo-secret",
                 "object":{"id":%d,"from_id":%d,"post_id":77,"owner_id":-25,"post_owner_id":-25,"parents_stack":[],
                 "date":1732413600,"text":"Во дворе на Русской, %d трава по пояс, когда покосят?","attachments":[]}}""".formatted(key, number, 1_000 + number % 5_000, number % 90 + 1);
    }
}
