package ru.cur.platform.security;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Groups, tenants and users of the engine. Every method leaves alone what is there already. */
@Component
@Transactional
public class Accounts {
    private static final String ROLE_TYPE = "ROLE";
    private static final String ORGANISATION_TYPE = "ORGANISATION";

    private final IdentityService identity;

    Accounts(IdentityService identity) {
        this.identity = identity;
    }

    /** Makes the group of a role. */
    public void ensureRole(Role role) {
        ensureGroup(role.group(), role.title(), ROLE_TYPE);
    }

    /**
     * Makes the group and the tenant of an organisation. Its people belong to the tenant through the group; the CUR's roles
     * belong to every tenant.
     *
     * @param id letters and digits, the same for group and tenant
     */
    public void ensureOrganisation(String id, String name) {
        ensureGroup(id, name, ORGANISATION_TYPE);
        Tenant tenant = identity.createTenantQuery().tenantId(id).singleResult();
        if (tenant == null) {
            tenant = identity.newTenant(id);
            tenant.setName(name);
            identity.saveTenant(tenant);
            identity.createTenantGroupMembership(id, id);
            Role.ofCur().forEach(role -> identity.createTenantGroupMembership(id, role.group()));
        } else if (!name.equals(tenant.getName())) {
            tenant.setName(name);
            identity.saveTenant(tenant);
        }
    }

    private void ensureGroup(String id, String name, String type) {
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        if (group != null && name.equals(group.getName()) && type.equals(group.getType())) {
            return;
        }
        Group wanted = group == null ? identity.newGroup(id) : group;
        wanted.setName(name);
        wanted.setType(type);
        identity.saveGroup(wanted);
    }

    /** Makes a user unless there is one of this login, whose password and groups then stay as they are. */
    public void ensureUser(
            String login,
            String firstName,
            String lastName,
            String password,
            Set<String> roles,
            Optional<String> organisation) {
        if (identity.createUserQuery().userId(login).count() > 0) {
            return;
        }
        User user = identity.newUser(login);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setPassword(password);
        identity.saveUser(user);
        roles.forEach(role -> identity.createMembership(login, role));
        organisation.ifPresent(id -> identity.createMembership(login, id));
    }

    boolean isAnybodyIn(Role role) {
        return identity.createUserQuery().memberOfGroup(role.group()).count() > 0;
    }
}
