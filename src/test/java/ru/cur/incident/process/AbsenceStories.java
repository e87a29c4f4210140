package ru.cur.incident.process;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.directory.Absences;
import ru.cur.incident.IncidentHistory;
import ru.cur.incident.IncidentNumber;

/** Tests in which people are away. Before and after each everybody is at work, and nothing is being handed over. */
abstract class AbsenceStories extends ClockedTest {
    static final String HANDED_OVER = "Исполнитель отсутствует: задача передана";
    static final String GIVEN_BACK = "Исполнитель отсутствует: задача возвращена в общий список";

    @Autowired
    Absences absences;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private IncidentHistory history;

    @BeforeEach
    @AfterEach
    void everybodyIsAtWork() {
        jdbc.sql("delete from absence").update();
        running().list().forEach(left -> runtime.deleteProcessInstance(left.getId(), "the next story begins"));
    }

    /** What other tests have left would be handed over, too. */
    @BeforeEach
    void nobodyHasATask() {
        tasks.createTaskQuery().taskAssigned().list().forEach(task -> tasks.setAssignee(task.getId(), null));
    }

    /** From this day on, for one day. @param substitute null for nobody */
    void away(String person, String substitute) {
        away(person, substitute, absences.today(), absences.today());
    }

    void away(String person, String substitute, LocalDate from, LocalDate to) {
        absences.add(person, substitute, from, to, "Отпуск", "curator");
    }

    /** The moment of the timer comes. */
    void morning() {
        management.executeJob(management
                .createJobQuery()
                .processDefinitionKey(AbsenceHandoverProcess.ID)
                .activityId("timerStartEvent_morningCame")
                .singleResult()
                .getId());
        runJobs();
    }

    /** Steps of the handover that wait for nothing but a thread. */
    void runJobs() {
        while (ready().count() > 0) {
            ready().list().forEach(job -> management.executeJob(job.getId()));
        }
    }

    JobQuery ready() {
        return management
                .createJobQuery()
                .processDefinitionKey(AbsenceHandoverProcess.ID)
                .messages();
    }

    ProcessInstanceQuery running() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(AbsenceHandoverProcess.ID);
    }

    static String assignee(ProcessJourney journey, String task) {
        return journey.task(task).getAssignee();
    }

    /** Details of the lines of history of that kind. */
    List<String> lines(ProcessJourney journey, String kind) {
        return history.of(new IncidentNumber(journey.number())).stream()
                .filter(line -> line.kind().equals(kind))
                .map(IncidentHistory.Line::details)
                .toList();
    }
}
