package ru.cur.platform.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import ru.cur.platform.FormRefusal;

/**
 * A task is taken and completed only by those to whom its diagram offers it. Grants on a definition open all its tasks: they
 * let the CUR read, and would let an operator approve an answer.
 */
final class CandidatesOnly extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, CandidatesOnly::checkClaim);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, CandidatesOnly::checkCompletion);
    }

    private static void checkClaim(DelegateTask task) {
        Authentication person = person();
        // The process itself assigns a task as it makes it: its diagram has decided.
        boolean beingMade = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .isTransient((TaskEntity) task);
        if (person != null && !beingMade && person.getUserId().equals(task.getAssignee())) {
            refuseUnlessCandidate(task, person);
        }
    }

    private static void checkCompletion(DelegateTask task) {
        Authentication person = person();
        if (person == null || person.getUserId().equals(task.getAssignee())) {
            return;
        }
        if (task.getAssignee() != null) {
            throw new FormRefusal("Задачу уже взял в работу другой сотрудник (%s)".formatted(task.getAssignee()));
        }
        refuseUnlessCandidate(task, person);
    }

    /** Null when the program itself acts, for example in a job. */
    private static Authentication person() {
        return Context.getCommandContext().getAuthentication();
    }

    private static void refuseUnlessCandidate(DelegateTask task, Authentication person) {
        Set<String> groups = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .collect(Collectors.toSet());
        List<String> own = person.getGroupIds() == null ? List.of() : person.getGroupIds();
        if (own.stream().noneMatch(groups::contains)) {
            throw new FormRefusal("Эту задачу может выполнить только тот, кому она предложена");
        }
    }
}
