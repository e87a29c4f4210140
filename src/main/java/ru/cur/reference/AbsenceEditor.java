package ru.cur.reference;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import ru.cur.directory.StaffMember;
import ru.cur.platform.security.Role;

/**
 * Whose absences a person may enter: of everybody, of the own organisation, or of nobody. And whose he may know of: why somebody
 * is away is the business of those who enter it and of the CUR.
 *
 * @param groups of the person; the group of an organisation has its id
 */
record AbsenceEditor(String login, Set<String> groups) {
    private static final Set<String> OF_EVERYBODY = Set.of("camunda-admin", "heads", "curators");
    private static final String OF_OWN_ORGANISATION = "bodyHeads";
    private static final String ROLE_PREFIX = "ROLE_";

    static AbsenceEditor of(Authentication caller) {
        return new AbsenceEditor(
                caller.getName(),
                caller.getAuthorities().stream()
                        .map(authority -> String.valueOf(authority.getAuthority()))
                        .filter(authority -> authority.startsWith(ROLE_PREFIX))
                        .map(authority -> authority.substring(ROLE_PREFIX.length()))
                        .collect(Collectors.toSet()));
    }

    boolean mayEdit(StaffMember person) {
        return isOfEverybody() || isOfOwn(person);
    }

    /** A body arranges things among its own people; only the CUR may lend somebody. */
    boolean mayAppoint(StaffMember substitute) {
        return mayEdit(substitute);
    }

    /** Whether all organisations are shown; a body sees its own people. */
    boolean seesEverybody() {
        return isOfEverybody() || Role.ofCur().stream().map(Role::group).anyMatch(groups::contains);
    }

    boolean sees(StaffMember person) {
        return seesEverybody() || isHimself(person) || groups.contains(person.organisationId());
    }

    boolean seesReason(StaffMember person) {
        return seesEverybody() || isHimself(person) || mayEdit(person);
    }

    private boolean isHimself(StaffMember person) {
        return person.userId().equals(login);
    }

    private boolean isOfEverybody() {
        return groups.stream().anyMatch(OF_EVERYBODY::contains);
    }

    private boolean isOfOwn(StaffMember person) {
        return groups.contains(OF_OWN_ORGANISATION) && groups.contains(person.organisationId());
    }
}
