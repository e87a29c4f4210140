package ru.cur.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** Groups, tenants and users of the engine. Whatever is made here leaves alone what is there already. */
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
        } else if (!name.equals(tenant.getName())) {
            tenant.setName(name);
            identity.saveTenant(tenant);
        }
        // A role may be younger than the tenant.
        Set<String> members = identity.createGroupQuery().memberOfTenant(id).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        Role.ofCur().stream()
                .map(Role::group)
                .filter(group -> !members.contains(group))
                .forEach(group -> identity.createTenantGroupMembership(id, group));
    }

    /** Makes the tenant of the restricted cases, for nobody but the people of {@link Role#RESTRICTED}. */
    public void ensureRestricted() {
        String id = Role.RESTRICTED.group();
        if (identity.createTenantQuery().tenantId(id).count() == 0) {
            Tenant tenant = identity.newTenant(id);
            tenant.setName(Role.RESTRICTED.title());
            identity.saveTenant(tenant);
            identity.createTenantGroupMembership(id, id);
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

    /** Logins of those who are in every one of the groups. */
    @Transactional(readOnly = true)
    public Set<String> membersOf(String... groups) {
        return Stream.of(groups)
                .map(group -> identity.createUserQuery().memberOfGroup(group).list().stream()
                        .map(User::getId)
                        .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new)))
                .reduce((some, others) -> {
                    some.retainAll(others);
                    return some;
                })
                .orElseGet(Set::of);
    }

    /**
     * A person with an account.
     *
     * @param groups ids
     */
    public record Person(String login, String fullName, Set<String> groups) {}

    /** Everybody who has an account. */
    @Transactional(readOnly = true)
    public List<Person> people() {
        return identity.createUserQuery().list().stream().map(this::person).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Person> person(String login) {
        return Optional.ofNullable(identity.createUserQuery().userId(login).singleResult())
                .map(this::person);
    }

    private Person person(User user) {
        String fullName = Stream.of(user.getFirstName(), user.getLastName())
                .filter(StringUtils::hasText)
                .collect(Collectors.joining(" "));
        return new Person(
                user.getId(),
                fullName.isEmpty() ? user.getId() : fullName,
                identity.createGroupQuery().groupMember(user.getId()).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toSet()));
    }

    /** What Camunda Admin knows of a person's address. */
    @Transactional(readOnly = true)
    public Optional<String> emailOf(String login) {
        return Optional.ofNullable(identity.createUserQuery().userId(login).singleResult())
                .map(User::getEmail)
                .filter(email -> !email.isBlank());
    }

    boolean isAnybodyIn(Role role) {
        return identity.createUserQuery().memberOfGroup(role.group()).count() > 0;
    }
}
