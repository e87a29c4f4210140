package ru.cur.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import ru.cur.Flood;
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
            send("warm-up", Flood.unpaced(CLIENTS, 300));
            await().atMost(Duration.ofMinutes(3)).until(() -> waiting() == 0);
            measure(
                    "%d events/s offered".formatted(PER_SECOND),
                    "paced",
                    Flood.paced(CLIENTS, EVENTS / CLIENTS, PER_SECOND));
            measure("as fast as they can", "flood", Flood.unpaced(CLIENTS, EVENTS / CLIENTS));
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

    private void measure(String how, String prefix, Flood flood) throws Exception {
        long start = System.nanoTime();
        long[] latencies = send(prefix, flood);
        double accepting = (System.nanoTime() - start) / 1e9;
        int left = waiting();
        await().atMost(Duration.ofMinutes(10)).until(() -> waiting() == 0);
        double all = (System.nanoTime() - start) / 1e9;
        BenchTable table = new BenchTable("Events of a network, %d in %s".formatted(EVENTS, how));
        table.row("acknowledged", latencies.length / accepting, "events/s", "");
        table.row("acknowledgement, median", Flood.millis(latencies, 0.5), "ms", "");
        table.row("acknowledgement, p99", Flood.millis(latencies, 0.99), "ms", "goal < 50");
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

    private long[] send(String prefix, Flood flood) throws Exception {
        Http http = Http.nobody(port);
        int first = Math.floorMod(prefix.hashCode(), 1_000) * 1_000_000;
        return flood.send((client, i) -> {
            String event = event("%s-%d-%d".formatted(prefix, client, i), first + client * 100_000 + i);
            assertThat(http.post("/channels/vk/webhook", event).body()).isEqualTo("ok");
        });
    }

    private static String event(String key, int number) {
        return """
                {"type":"wall_reply_new","event_id":"%s","v":"5.199","group_id":25,"secret":"demo-secret",
                 "object":{"id":%d,"from_id":%d,"post_id":77,"owner_id":-25,"post_owner_id":-25,"parents_stack":[],
                 "date":1732413600,"text":"Во дворе на Русской, %d трава по пояс, когда покосят?","attachments":[]}}""".formatted(key, number, 1_000 + number % 5_000, number % 90 + 1);
    }
}
