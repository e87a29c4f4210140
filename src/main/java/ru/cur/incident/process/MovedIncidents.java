package ru.cur.incident.process;

import static ru.cur.incident.process.AuthorQuestionProcess.Variables.QUESTION_OUTCOME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.ASSIGN_OUTCOME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.HEAD_IN_PERSON;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.MASS_MEMBER;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.PERSONAL_CONTROL;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.RESTRICTED;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.RETURNS_COUNT;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.RunningCases;
import ru.cur.platform.MovedInstances;

/** Cases that began before the whole life of a case was drawn. */
@Component
class MovedIncidents implements MovedInstances {
    private static final String HAND_OVER = "userTask_handOverToEmergency";

    private final RunningCases cases;
    private final TaskService tasks;

    MovedIncidents(RunningCases cases, TaskService tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    @Override
    public String process() {
        return IncidentHandlingProcess.ID;
    }

    @Override
    public Map<String, Object> lacking(String businessKey) {
        Incident incident = MovedCalls.withClocks(cases, businessKey);
        Map<String, Object> variables = new HashMap<>();
        RESTRICTED.on(variables, incident.marks().restriction() != null);
        MASS_MEMBER.on(variables, incident.marks().massNumber() != null);
        PERSONAL_CONTROL.on(variables, incident.marks().personalControl());
        HEAD_IN_PERSON.on(variables, ReopenIncidentDelegate.isForTheHead(incident.reopenNo()));
        RETURNS_COUNT.on(variables, (long) incident.returns());
        ASSIGN_OUTCOME.on(variables, AssignOutcome.ASSIGN);
        QUESTION_OUTCOME.on(variables, null);
        return variables;
    }

    /** The call to an emergency service had a date, but no clock. */
    @Override
    public void moved(String businessKey, String instanceId) {
        if (tasks.createTaskQuery()
                        .processInstanceId(instanceId)
                        .taskDefinitionKey(HAND_OVER)
                        .count()
                > 0) {
            cases.mustBeHandedOver(new IncidentNumber(businessKey));
        }
    }
}
