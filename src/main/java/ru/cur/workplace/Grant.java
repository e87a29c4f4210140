package ru.cur.workplace;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import ru.cur.platform.security.Role;

/**
 * A right of a group in the engine.
 *
 * @param resourceId id of the application or key of the definition; {@link Authorization#ANY} for all of them
 */
record Grant(String group, Resource resource, String resourceId, List<Permission> permissions) {

    /** All rights that do not depend on a filter. */
    static List<Grant> all() {
        return Stream.of(administrators(), ofCur(), workersOfCur(), analysts(), bodies())
                .flatMap(grants -> grants)
                .toList();
    }

    private static Stream<Grant> administrators() {
        return Stream.of(Resources.values()).map(resource -> on(Role.ADMINISTRATOR, resource, Permissions.ALL));
    }

    /** The CUR sees every case. */
    private static Stream<Grant> ofCur() {
        return Role.ofCur().stream()
                .flatMap(role -> Stream.of(
                        application(role, "tasklist"),
                        application(role, "welcome"),
                        on(
                                role,
                                Resources.PROCESS_DEFINITION,
                                Permissions.READ,
                                Permissions.READ_INSTANCE,
                                Permissions.READ_TASK,
                                Permissions.READ_HISTORY),
                        on(role, Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY),
                        on(role, Resources.USER, Permissions.READ),
                        on(role, Resources.GROUP, Permissions.READ)));
    }

    private static Stream<Grant> workersOfCur() {
        Stream<Grant> work = Stream.of(Role.OPERATOR, Role.CURATOR, Role.HEAD)
                .map(role -> on(role, Resources.PROCESS_DEFINITION, Permissions.TASK_WORK));
        Stream<Grant> hand = Stream.of(Role.CURATOR, Role.HEAD)
                .map(role -> on(role, Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.TASK_ASSIGN));
        Stream<Grant> register = Stream.of(Role.OPERATOR, Role.CURATOR)
                .flatMap(role -> Stream.of(
                        definition(role, "message-registration", Permissions.CREATE_INSTANCE),
                        on(role, Resources.PROCESS_INSTANCE, Permissions.CREATE)));
        // A vice-governor works on the answers under personal control; the other cases he reads.
        Stream<Grant> approve =
                Stream.of(definition(Role.MANAGER, "reply-publication", Permissions.READ, Permissions.TASK_WORK));
        return Stream.of(work, hand, register, approve).flatMap(grants -> grants);
    }

    private static Stream<Grant> analysts() {
        return Stream.of(
                application(Role.ANALYST, "cockpit"),
                on(Role.ANALYST, Resources.DEPLOYMENT, Permissions.READ, Permissions.CREATE));
    }

    /** A body works on what is its own; which that is, the tenant says. */
    private static Stream<Grant> bodies() {
        return Stream.of(Role.EXECUTOR, Role.BODY_HEAD)
                .flatMap(role -> Stream.concat(
                        Stream.of(application(role, "tasklist"), application(role, "welcome")),
                        Stream.of("execution", "co-execution", "document-request", "promise-control")
                                .flatMap(process -> bodyProcess(role, process))));
    }

    private static Stream<Grant> bodyProcess(Role role, String process) {
        Grant work = definition(
                role,
                process,
                Permissions.READ,
                Permissions.READ_INSTANCE,
                Permissions.READ_TASK,
                Permissions.READ_HISTORY,
                Permissions.TASK_WORK);
        return role == Role.BODY_HEAD
                ? Stream.of(work, definition(role, process, ProcessDefinitionPermissions.TASK_ASSIGN))
                : Stream.of(work);
    }

    private static Grant application(Role role, String application) {
        return new Grant(role.group(), Resources.APPLICATION, application, List.of(Permissions.ACCESS));
    }

    private static Grant definition(Role role, String key, Permission... permissions) {
        return new Grant(role.group(), Resources.PROCESS_DEFINITION, key, List.of(permissions));
    }

    private static Grant on(Role role, Resource resource, Permission... permissions) {
        return new Grant(role.group(), resource, Authorization.ANY, List.of(permissions));
    }
}
