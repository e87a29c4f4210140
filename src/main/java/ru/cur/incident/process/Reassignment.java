package ru.cur.incident.process;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import ru.cur.directory.Absences;
import ru.cur.directory.Substitution;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.TaskHandover;
import ru.cur.incident.TaskHandovers;
import ru.cur.incident.process.IncidentHandlingProcess.Variables;

/**
 * Gives a task of somebody who is away to whoever stands in for him, if it is offered to that one too; otherwise it is again
 * anybody's to whom it is offered. What follows in the case goes the same way, also when the person is back.
 */
@Component
class Reassignment {
    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private final Substitution substitution;
    private final Absences absences;
    private final TaskHandovers handovers;
    private final IdentityService identity;
    private final RuntimeService runtime;

    Reassignment(
            Substitution substitution,
            Absences absences,
            TaskHandovers handovers,
            IdentityService identity,
            RuntimeService runtime) {
        this.substitution = substitution;
        this.absences = absences;
        this.handovers = handovers;
        this.identity = identity;
        this.runtime = runtime;
    }

    /**
     * Nothing happens when its person is at work, or it has none.
     *
     * @param assign changes the person of the task; null for nobody
     */
    Optional<TaskHandover> ofAbsent(DelegateTask task, Consumer<String> assign) {
        return Optional.ofNullable(task.getAssignee())
                .filter(login -> !present(login).equals(Optional.of(login)))
                .map(absent -> handOver(task, absent, assign));
    }

    /** Who works for him today: he himself, or somebody else, or nobody. */
    private Optional<String> present(String login) {
        return substitution.present(Set.of(login), absences.today()).stream().findFirst();
    }

    private TaskHandover handOver(DelegateTask task, String absent, Consumer<String> assign) {
        Optional<String> present = present(absent);
        String to = present.filter(login -> isOffered(task, login)).orElse(null);
        TaskHandover handover = new TaskHandover(
                task.getId(),
                number(task).orElse(null),
                task.getName(),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
                absent,
                to,
                to == null ? present.orElse(null) : null);
        assign.accept(to);
        handovers.record(handover);
        followUp(task, absent, to);
        return handover;
    }

    /** Whether the diagram gives the task to the executor of the case. */
    static boolean isOfExecutor(DelegateTask task) {
        return variable(task).filter(Variables.EXECUTOR_ID.name()::equals).isPresent();
    }

    static Optional<IncidentNumber> number(DelegateTask task) {
        return Variables.INCIDENT_NUMBER.find(task).map(IncidentNumber::new);
    }

    /** Grants alone would let him see tasks that are none of his; the tenant keeps bodies and restricted cases apart. */
    private boolean isOffered(DelegateTask task, String login) {
        Set<String> offered = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        boolean candidate = identity.createGroupQuery().groupMember(login).list().stream()
                .anyMatch(group -> offered.contains(group.getId()));
        return candidate
                && (task.getTenantId() == null
                        || identity.createTenantQuery()
                                        .tenantId(task.getTenantId())
                                        .userMember(login)
                                        .includingGroupsOfUser(true)
                                        .count()
                                > 0);
    }

    private void followUp(DelegateTask task, String absent, String to) {
        variable(task).filter(name -> absent.equals(task.getVariable(name))).ifPresent(name -> {
            task.setVariable(name, to);
            othersOfCase(task).stream()
                    .filter(instance -> absent.equals(runtime.getVariable(instance, name)))
                    .forEach(instance -> runtime.setVariable(instance, name, to));
            if (isOfExecutor(task)) {
                number(task).ifPresent(number -> handovers.executorReplaced(number, absent, to));
            }
        });
    }

    private List<String> othersOfCase(DelegateTask task) {
        String businessKey = task.getExecution().getProcessBusinessKey();
        return businessKey == null
                ? List.of()
                : runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                        .map(instance -> instance.getId())
                        .filter(id -> !id.equals(task.getProcessInstanceId()))
                        .toList();
    }

    /** The variable that the diagram takes the person from. */
    private static Optional<String> variable(DelegateTask task) {
        return Optional.ofNullable(task.getBpmnModelElementInstance())
                .map(UserTask::getCamundaAssignee)
                .map(VARIABLE::matcher)
                .filter(Matcher::matches)
                .map(assignee -> assignee.group(1));
    }
}
