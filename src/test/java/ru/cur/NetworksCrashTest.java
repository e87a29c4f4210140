package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.route;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** kill -9 in the middle of a thousand publications and of a thousand events: nothing is lost, nothing is doubled. */
class NetworksCrashTest {
    private static final int ALL = 1_000;
    private static final int HALF = 400;
    /** The demo tells of its own posts, too. */
    private static final String OURS = "event_key like 'event-%'";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir(cleanup = CleanupMode.ALWAYS)
    private Path folder;

    private final String address = TestDatabase.create("networks_crash");
    private final JdbcClient jdbc = JdbcClient.create(database());

    @Test
    void everyAnswerIsPublishedOnceAndEveryEventIsOneMessage() throws Exception {
        try (PlayedVk vk = new PlayedVk()) {
            answersAreCutOff(vk);
            try (ProgramProcess program = start(vk, Map.of())) {
                int port = program.waitUntilReady();
                await().atMost(PATIENCE).until(() -> count("publication where state = 'PUBLISHED'") == ALL);
                assertThat(vk.comments()).as("each answer stands there once").hasSize(ALL);
                assertThat(vk.answered()).as("each comment is answered").hasSize(ALL);
                Set<Integer> acknowledged = sendUntilKilled(port, program);
                assertThat(acknowledged).isNotEmpty();
                resendAfterRestart(vk, acknowledged);
            }
        }
    }

    /** One case, a thousand authors, and the program dies while it answers them. */
    private void answersAreCutOff(PlayedVk vk) throws Exception {
        try (ProgramProcess program = start(vk, Map.of())) {
            Http http = Http.nobody(program.waitUntilReady());
            assertThat(http.post("/channels/vk/webhook", PlayedVk.event(0)).body())
                    .isEqualTo("ok");
            await().atMost(PATIENCE).until(() -> count("message") == 1);
            String number =
                    jdbc.sql("select number from incident").query(String.class).single();
            jdbc.sql(
                            "insert into message (incident_id, channel, external_id, author_id, author_name, text, thread, received_at,"
                                    + " version_at) select incident_id, channel, 'wall-25_77_r' || (5000 + n), '9' || n, author_name, text,"
                                    + " 'wall-25_77_r' || (5000 + n), received_at, version_at from message, generate_series(1, :more) n")
                    .param("more", ALL - 1)
                    .update();
            StaffApi staff = new StaffApi(http);
            staff.complete("operator", "userTask_triageMessage", number, route("IMPR-1", "VLD"));
            staff.complete("vladivostok", "userTask_acceptIncident", number, ACCEPT);
            staff.complete("vladivostok", "userTask_doWork", number, MOWN);
            staff.complete("vladivostok", "userTask_prepareResponse", number, ANSWER);
            staff.complete("vladivostokHead", "userTask_endorseResponse", number, ENDORSE);
            staff.complete("curator", "userTask_approveResponse", number, APPROVE);
            await().atMost(PATIENCE).until(() -> vk.comments().size() > HALF);
            program.kill();
            assertThat(vk.comments().size()).as("in the middle of it").isLessThan(ALL);
        }
    }

    /** The network sends its events in order and goes on with the next once one is acknowledged. */
    private Set<Integer> sendUntilKilled(int port, ProgramProcess program) throws Exception {
        Set<Integer> acknowledged = new HashSet<>();
        Thread killer = new Thread(() -> kill(program));
        Http http = Http.nobody(port);
        for (int i = 1; i <= ALL; i++) {
            if (acknowledged.size() == HALF) {
                killer.start();
            }
            try {
                if (http.post("/channels/vk/webhook", PlayedVk.event(i)).status() == 200) {
                    acknowledged.add(i);
                }
            } catch (RuntimeException dead) {
                break;
            }
        }
        killer.join();
        assertThat(acknowledged.size()).as("in the middle of it").isLessThan(ALL);
        assertThat(count("channel_event where state = 'WAITING' and " + OURS))
                .as("some are not worked on yet")
                .isPositive();
        return acknowledged;
    }

    private static void kill(ProgramProcess program) {
        try {
            program.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was not acknowledged comes again, and some of the rest too. */
    private void resendAfterRestart(PlayedVk vk, Set<Integer> acknowledged) throws Exception {
        // The processes of a thousand cases are not the matter here.
        try (ProgramProcess program = start(vk, Map.of("camunda.bpm.job-execution.enabled", "false"))) {
            Http http = Http.nobody(program.waitUntilReady());
            List<Integer> again = IntStream.rangeClosed(1, ALL)
                    .filter(i -> !acknowledged.contains(i) || i % 7 == 0)
                    .boxed()
                    .toList();
            for (int i : again) {
                assertThat(http.post("/channels/vk/webhook", PlayedVk.event(i)).status())
                        .isEqualTo(200);
            }
            await().atMost(PATIENCE).until(() -> count("channel_event where state = 'WAITING' and " + OURS) == 0);
            assertThat(count("channel_event where " + OURS)).isEqualTo(ALL + 1);
            assertThat(count("channel_event where state <> 'DONE' and " + OURS)).isZero();
            assertThat(count("message where event_id is not null")).isEqualTo(ALL + 1);
            assertThat(jdbc.sql("select count(distinct external_id) from message where event_id is not null")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(ALL + 1);
        }
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private ProgramProcess start(PlayedVk vk, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.profiles.active", "demo",
                "cur.demo.cases", "0",
                "server.port", "0",
                "spring.datasource.url", address,
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres",
                "cur.channel.vk.api-url", vk.address(),
                // A job of a program that was killed is taken up when its lock has run out.
                "camunda.bpm.job-execution.lock-time-in-millis", "20000"));
        settings.put("cur.channel.vk.user-token", "");
        settings.putAll(more);
        return ProgramProcess.start(folder, settings);
    }

    private DataSource database() {
        return new DriverManagerDataSource(address, "postgres", "postgres");
    }
}
