package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo in a JVM of its own with 512 MB of heap: the first start, which makes its two months, and the second. */
class StartBench {
    /** Longer than any goal: a benchmark tells how long it took, and fails on no time. */
    private static final int PATIENCE = 600;

    @TempDir
    private Path data;

    @Test
    void firstAndSecondStart() throws Exception {
        BenchTable table = new BenchTable("Start of the demo, -Xmx512m");
        Map<String, String> settings = Map.of("server.port", "0", "spring.profiles.active", "demo");
        long start = System.nanoTime();
        try (ProgramProcess program = ProgramProcess.start(data, settings)) {
            int port = program.waitUntilReady(PATIENCE);
            table.row("first start, with the demo's data", seconds(start), "s", "goal < 120");
            table.row("heap in use after it", heap(port), "MB", "limit 512");
        }
        start = System.nanoTime();
        try (ProgramProcess program = ProgramProcess.start(data, settings)) {
            int port = program.waitUntilReady(PATIENCE);
            assertThat(Http.nobody(port)
                            .as("operator")
                            .get("/engine-rest/task/count")
                            .json()
                            .get("count")
                            .asInt())
                    .isPositive();
            table.row("second start, until the task list answers", seconds(start), "s", "goal <= 20");
        }
        table.print();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double heap(int port) {
        return Http.nobody(port)
                        .as("admin")
                        .get("/actuator/metrics/jvm.memory.used?tag=area:heap")
                        .json()
                        .at("/measurements/0/value")
                        .asDouble()
                / (1 << 20);
    }
}
