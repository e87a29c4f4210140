package ru.cur.incident.process;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.cur.incident.CaseStatus;
import ru.cur.incident.IncidentHistory;
import ru.cur.incident.IncidentStatus;

/**
 * Gives a case the status that the diagram shows at the place where it stands: the extension property {@value #STATUS} of an
 * activity holds from the moment it begins, {@value #STATUS_WHEN_TAKEN} of a task from the moment somebody takes it.
 */
@Component
class StatusOfPosition extends AbstractBpmnParseListener {
    static final String STATUS = "status";
    static final String STATUS_WHEN_TAKEN = "statusWhenTaken";

    // The engine that parses the diagrams is made before our tables are asked.
    private final ObjectProvider<CaseStatus> statuses;

    StatusOfPosition(ObjectProvider<CaseStatus> statuses) {
        this.statuses = statuses;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        onStart(element, activity);
        property(element, STATUS_WHEN_TAKEN)
                .ifPresent(status -> ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, task -> {
                            if (task.getAssignee() != null) {
                                reached(task, status);
                            }
                        }));
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        onStart(element, activity);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        onStart(element, activity);
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        onStart(element, activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        onStart(element, activity);
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        onStart(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        onStart(element, activity);
    }

    private void onStart(Element element, ActivityImpl activity) {
        property(element, STATUS).ifPresent(status -> {
            ExecutionListener listener = execution -> reached(execution, status);
            activity.addListener(ExecutionListener.EVENTNAME_START, listener);
        });
    }

    private void reached(VariableScope scope, IncidentStatus status) {
        String person = Context.getCommandContext().getAuthenticatedUserId();
        statuses.getObject().reached(Cases.of(scope), status, person == null ? IncidentHistory.SYSTEM : person);
    }

    /** @throws IllegalArgumentException when the diagram names no status: it is not deployed then */
    private static Optional<IncidentStatus> property(Element element, String name) {
        return Stream.ofNullable(element.element("extensionElements"))
                .flatMap(extensions ->
                        Stream.ofNullable(extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties")))
                .flatMap(properties -> properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream())
                .filter(property -> name.equals(property.attribute("name")))
                .map(property -> IncidentStatus.valueOf(property.attribute("value")))
                .findFirst();
    }
}
