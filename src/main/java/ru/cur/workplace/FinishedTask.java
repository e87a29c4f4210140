package ru.cur.workplace;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.platform.engine.AcrossBodies;

/** Tells a person that somebody else was faster with the task that he still sees. */
@Component
class FinishedTask {
    private static final Pattern TASK = Pattern.compile("/task/([^/]+)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final String KEPT =
            " Ваша форма не отправлена, введённое осталось в ней: скопируйте, что ещё нужно.";

    private final HistoryService history;
    private final AcrossBodies across;
    private final Directory directory;
    private final ZoneId zone;

    FinishedTask(HistoryService history, AcrossBodies across, Directory directory, ZoneId zone) {
        this.history = history;
        this.across = across;
        this.directory = directory;
        this.zone = zone;
    }

    /** One Russian sentence or two; empty when the task is still there, or never was. @param address of what was asked for */
    Optional<String> explain(String address) {
        Matcher task = TASK.matcher(address);
        return task.find()
                ? Optional.ofNullable(across.ask(() -> finished(task.group(1)))).map(this::sentence)
                : Optional.empty();
    }

    /** Not everybody may read the history of tasks. */
    private HistoricTaskInstance finished(String task) {
        return history.createHistoricTaskInstanceQuery().taskId(task).finished().singleResult();
    }

    private String sentence(HistoricTaskInstance task) {
        String when = TIME.format(task.getEndTime().toInstant().atZone(zone));
        // The engine deletes a task for its own reasons when the case goes on without it.
        boolean byPerson = "completed".equals(task.getDeleteReason()) && task.getAssignee() != null;
        return (byPerson
                        ? "Задачу уже завершили: %s, %s.".formatted(directory.fullName(task.getAssignee()), when)
                        : "Задача больше не нужна: инцидент пошёл дальше без неё, %s.".formatted(when))
                + KEPT;
    }
}
