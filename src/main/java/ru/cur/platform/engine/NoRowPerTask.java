package ru.cur.platform.engine;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Writes no authorization for a task: the stock way adds a row for each candidate, which slows the task list by orders of
 * magnitude. Who may see a task follows from grants on definitions and from tenants; who may work on it, from
 * {@link CandidatesOnly}.
 */
final class NoRowPerTask extends DefaultAuthorizationProvider {
    private static final AuthorizationEntity[] NONE = null;

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        return NONE;
    }
}
