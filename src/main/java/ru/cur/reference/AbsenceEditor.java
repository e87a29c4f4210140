package ru.cur.reference;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import ru.cur.directory.StaffMember;

/**
 * Whose absences a person may enter: of everybody, of the own organisation, or of nobody.
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

    private boolean isOfEverybody() {
        return groups.stream().anyMatch(OF_EVERYBODY::contains);
    }

    private boolean isOfOwn(StaffMember person) {
        return groups.contains(OF_OWN_ORGANISATION) && groups.contains(person.organisationId());
    }
}
