package ru.cur;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.MessageIntake;

/** Many real cases for benchmarks, up to the task of the operator; the job executor must run. */
public class OpenCases {
    private final TaskService tasks;
    private final MessageIntake intake;
    private final Clock clock;

    OpenCases(TaskService tasks, MessageIntake intake, Clock clock) {
        this.tasks = tasks;
        this.intake = intake;
        this.clock = clock;
    }

    /** Another benchmark may have left some. @return how many are open */
    public int atLeast(int wanted) {
        int open = (int) openTasks();
        long start = System.nanoTime();
        for (int i = open; i < wanted; i++) {
            intake.receive(message(i), LegalRegime.SOCIAL_MESSAGE, "bench");
        }
        int all = Math.max(open, wanted);
        await().atMost(Duration.ofMinutes(10)).until(() -> openTasks() == all);
        if (open < wanted) {
            BenchTable table = new BenchTable("Open cases for the benchmarks");
            table.row(
                    "registered, one after another, and started",
                    (wanted - open) / ((System.nanoTime() - start) / 1e9),
                    "cases/s",
                    "");
            table.print();
        }
        return all;
    }

    private long openTasks() {
        return tasks.createTaskQuery().count();
    }

    private IncomingMessage message(int i) {
        return new IncomingMessage(
                "vk",
                "open-" + i,
                new IncomingMessage.Author("author-" + i, "Мария Тестова", null),
                "Во дворе не вывозят мусор",
                clock.instant(),
                "https://vk.example/wall-1_" + i,
                new IncomingMessage.Place("ул. Русская, 1", null, null, null),
                List.of());
    }
}
