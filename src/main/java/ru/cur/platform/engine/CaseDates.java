package ru.cur.platform.engine;

import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the diagrams again for the dates of what is open. The dates of timers, the due dates and the priorities of tasks are
 * expressions in the diagrams; the engine evaluates them once, when a timer or a task is made. A date that is written
 * <code>#{…}</code> follows its clock and is asked for again here; one that is written <code>${…}</code> stays as it was made,
 * for instance when letters leave.
 */
@Component
public class CaseDates {
    private final ProcessEngineConfigurationImpl engine;
    private final AcrossBodies across;
    private final JdbcClient jdbc;

    // The engine's configuration is being made when beans of the process applications are looked for.
    CaseDates(@Lazy ProcessEngineConfigurationImpl engine, AcrossBodies across, JdbcClient jdbc) {
        this.engine = engine;
        this.across = across;
        this.jdbc = jdbc;
    }

    /**
     * Every open timer and task of the instances with these business keys, whoever is logged in. To be called when the engine has
     * written what it was doing: at the end of the transaction.
     */
    public void refresh(Set<String> businessKeys) {
        across.call(context -> {
            timers(businessKeys).stream().filter(this::followsAClock).forEach(timer -> redate(context, timer));
            tasks(businessKeys).forEach(CaseDates::redate);
            return null;
        });
    }

    private List<TimerEntity> timers(Set<String> businessKeys) {
        // The engine's own query takes one business key at a time.
        Set<String> instances = jdbc.sql("select id_ from act_ru_execution where business_key_ in (:keys)")
                .param("keys", businessKeys)
                .query(String.class)
                .set();
        if (instances.isEmpty()) {
            return List.of();
        }
        return engine.getManagementService().createJobQuery().processInstanceIds(instances).timers().list().stream()
                .map((Job job) -> (TimerEntity) job)
                .toList();
    }

    private List<TaskEntity> tasks(Set<String> businessKeys) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKeyIn(businessKeys.toArray(String[]::new))
                .list()
                .stream()
                .map((Task task) -> (TaskEntity) task)
                .toList();
    }

    private boolean followsAClock(TimerEntity timer) {
        CatchEvent event = engine.getDeploymentCache()
                .findBpmnModelInstanceForProcessDefinition(timer.getProcessDefinitionId())
                .getModelElementById(element(timer));
        return event.getEventDefinitions().stream()
                .map(TimerEventDefinition.class::cast)
                .anyMatch(definition -> definition.getTimeDate() != null
                        && isAskedAgain(definition.getTimeDate().getTextContent()));
    }

    private static boolean isAskedAgain(String expression) {
        return expression.strip().startsWith("#{");
    }

    /** Its place in the diagram, for which the engine would read the definition of the job. */
    private static String element(TimerEntity timer) {
        return ((TimerJobConfiguration) timer.getJobHandlerConfiguration()).getTimerElementKey();
    }

    private static void redate(CommandContext context, TimerEntity timer) {
        ExecutionEntity execution = context.getExecutionManager().findExecutionById(timer.getExecutionId());
        ActivityImpl activity = execution.getProcessDefinition().findActivity(element(timer));
        TimerDeclarationImpl declaration = TimerDeclarationImpl.getDeclarationsForScope(activity.getEventScope())
                .get(element(timer));
        declaration.resolveAndSetDuedate(execution, timer, false);
    }

    private static void redate(TaskEntity task) {
        Expression dueDate = task.getTaskDefinition().getDueDateExpression();
        if (dueDate != null && isAskedAgain(dueDate.getExpressionText())) {
            task.setDueDate((Date) dueDate.getValue(task.getExecution()));
        }
        Expression priority = task.getTaskDefinition().getPriorityExpression();
        if (priority != null && isAskedAgain(priority.getExpressionText())) {
            task.setPriority(((Number) priority.getValue(task.getExecution())).intValue());
        }
    }
}
