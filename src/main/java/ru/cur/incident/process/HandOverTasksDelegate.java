package ru.cur.incident.process;

import static ru.cur.incident.process.AbsenceHandoverProcess.Variables.LETTERS_READY;
import static ru.cur.incident.process.AbsenceHandoverProcess.Variables.NOTICE_KEY;
import static ru.cur.incident.process.AbsenceHandoverProcess.Variables.SEND_AT;
import static ru.cur.incident.process.AbsenceHandoverProcess.Variables.TASKS_LEFT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import ru.cur.directory.Absences;
import ru.cur.directory.Substitution;
import ru.cur.incident.HandoverLetters;
import ru.cur.incident.TaskHandover;
import ru.cur.incident.TaskHandovers;

/** Gives the next tasks of those who are away today to others. What has been given is not found again. */
@Component
class HandOverTasksDelegate implements JavaDelegate { // serviceTask_handOverTasks
    private static final int PORTION = 50;

    private final Substitution substitution;
    private final Absences absences;
    private final Reassignment reassignment;
    private final TaskHandovers handovers;
    private final TaskService tasks;

    HandOverTasksDelegate(
            Substitution substitution,
            Absences absences,
            Reassignment reassignment,
            TaskHandovers handovers,
            TaskService tasks) {
        this.substitution = substitution;
        this.absences = absences;
        this.reassignment = reassignment;
        this.handovers = handovers;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handovers.takeTurn();
        List<Task> portion = portion();
        List<TaskHandover> done = portion.stream()
                .flatMap(task ->
                        reassignment
                                .ofAbsent((DelegateTask) task, login -> tasks.setAssignee(task.getId(), login))
                                .stream())
                .toList();
        Optional<HandoverLetters> letters = handovers.tell(done);
        TASKS_LEFT.set(execution, portion.size() == PORTION);
        LETTERS_READY.set(execution, letters.isPresent());
        NOTICE_KEY.set(execution, letters.map(HandoverLetters::noticeKey).orElse(null));
        SEND_AT.set(execution, letters.map(HandoverLetters::sendAt).orElse(null));
    }

    /** The most urgent first. */
    private List<Task> portion() {
        Set<String> away = substitution.away(absences.today());
        return away.isEmpty()
                ? List.of()
                : tasks.createTaskQuery()
                        .taskAssigneeIn(away.toArray(String[]::new))
                        .active()
                        .orderByTaskPriority()
                        .desc()
                        .listPage(0, PORTION);
    }
}
