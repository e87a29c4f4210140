package ru.cur.incident.process;

import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import ru.cur.incident.IncidentNumber;

/** Lifts the open tasks of a case in everybody's lists. */
@Component
class TaskPriorities {
    private static final int LIFT = 20;
    private static final int HIGHEST = 100;

    private final TaskService tasks;

    TaskPriorities(TaskService tasks) {
        this.tasks = tasks;
    }

    void raise(IncidentNumber number) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), Math.min(HIGHEST, task.getPriority() + LIFT)));
    }
}
