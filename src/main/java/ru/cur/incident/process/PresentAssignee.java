package ru.cur.incident.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.cur.incident.TaskHandovers;
import ru.cur.incident.process.IncidentHandlingProcess.Variables;

/**
 * Whatever diagram gives a task to a person: if he is away, it begins with whoever stands in for him; a person whose own act
 * has brought him the task is at work. Where a case has no executor, because nobody stood in, whoever takes a task of the
 * executor becomes him.
 */
@Component
class PresentAssignee extends AbstractBpmnParseListener {
    // The engine that parses the diagrams is made before anybody is asked.
    private final ObjectProvider<Reassignment> reassignment;
    private final ObjectProvider<TaskHandovers> handovers;
    private final ObjectProvider<AbsenceHandover> process;

    PresentAssignee(
            ObjectProvider<Reassignment> reassignment,
            ObjectProvider<TaskHandovers> handovers,
            ObjectProvider<AbsenceHandover> process) {
        this.reassignment = reassignment;
        this.handovers = handovers;
        this.process = process;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (definition.getAssigneeExpression() != null) {
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::created);
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
        }
    }

    private void created(DelegateTask task) {
        String person = Context.getCommandContext().getAuthenticatedUserId();
        if (person != null && person.equals(task.getAssignee())) {
            return;
        }
        reassignment
                .getObject()
                .ofAbsent(task, task::setAssignee)
                .flatMap(handover -> handovers.getObject().tell(List.of(handover)))
                .ifPresent(letters -> process.getObject().lettersReady(letters));
    }

    private void assigned(DelegateTask task) {
        if (task.getAssignee() != null
                && Reassignment.isOfExecutor(task)
                && Variables.EXECUTOR_ID.find(task).isEmpty()) {
            Variables.EXECUTOR_ID.set(task, task.getAssignee());
            Reassignment.number(task)
                    .ifPresent(number -> handovers.getObject().executorFound(number, task.getAssignee()));
        }
    }
}
