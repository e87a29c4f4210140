package ru.cur.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.BenchTable;
import ru.cur.CurTest;
import ru.cur.OpenCases;

/** Ten thousand open cases, each with its task, its timers and its variables, at the start of a release with another diagram. */
@CurTest
class MovesBench {
    private static final int CASES = 10_000;
    private static final Path DIAGRAM = Path.of("bpmn/incident/incident-handling.bpmn");

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private OpenCases open;

    @Autowired
    private InstanceMoves moves;

    @Test
    void everyOpenCaseAtTheStartOfARelease() throws Exception {
        engine.getJobExecutor().start();
        int cases;
        try {
            cases = open.atLeast(CASES);
        } finally {
            engine.getJobExecutor().shutdown();
        }
        Deployment next = engine.getRepositoryService()
                .createDeployment()
                .addString("bpmn/incident/incident-handling.bpmn", Files.readString(DIAGRAM))
                .deploy();
        long start = System.nanoTime();
        int moved = moves.toLatest();
        double seconds = (System.nanoTime() - start) / 1e9;
        BenchTable table = new BenchTable("Moving %d running cases to a new diagram".formatted(cases));
        table.row("all moved, in portions", seconds, "s", "goal < 60");
        table.row("rate", cases / seconds, "cases/s", "");
        table.print();
        assertThat(moved).as("of deployment %s", next.getId()).isEqualTo(cases);
    }
}
