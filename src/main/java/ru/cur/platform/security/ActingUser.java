package ru.cur.platform.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;

/** Lets the engine act as a person, with the groups and tenants of this very moment. */
@Component
class ActingUser {
    private final IdentityService identity;

    ActingUser(IdentityService identity) {
        this.identity = identity;
    }

    /** Until the scope is closed, what this thread asks of the engine is asked by that person. */
    Scope as(String user) {
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        List<String> tenants = identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        identity.setAuthentication(user, groups, tenants);
        return identity::clearAuthentication;
    }

    /** An {@link AutoCloseable} that closes without exceptions. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
