package ru.cur.incident;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import ru.cur.platform.security.Role;

/** Who may read a case: the CUR every one, a body its own; a restricted one only those of them who are named for that. */
public final class IncidentAccess {
    private static final Set<String> CUR = Set.of(
            "ROLE_operators",
            "ROLE_curators",
            "ROLE_heads",
            "ROLE_managers",
            "ROLE_governors",
            "ROLE_analysts",
            "ROLE_camunda-admin");

    private IncidentAccess() {}

    public static boolean mayRead(Authentication reader, Incident incident) {
        if (incident.marks().restriction() != null && !isIn(reader, Role.RESTRICTED)) {
            return false;
        }
        return isOfBody(reader, incident)
                || reader.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(CUR::contains);
    }

    /** Who may add to a case, not only read it: the CUR's operators, curators and heads, and the body whose case it is. */
    public static boolean mayWork(Authentication person, Incident incident) {
        return mayRead(person, incident)
                && (isOfBody(person, incident) || isIn(person, Role.OPERATOR) || mayRuleTerms(person));
    }

    /** A body's group has the body's id, and its members the authority named after the group. */
    private static boolean isOfBody(Authentication person, Incident incident) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(("ROLE_" + incident.bodyId())::equals);
    }

    /** Who may put a case under the governor's personal control. */
    public static boolean mayTakePersonalControl(Authentication person) {
        return isIn(person, Role.GOVERNOR) || isHead(person);
    }

    /** Who may write down what an author has said, for instance on the phone. */
    public static boolean mayRecordAuthor(Authentication person) {
        return isIn(person, Role.OPERATOR) || mayRuleTerms(person);
    }

    /** Who may pause and extend the terms of a case: curators and the heads of the CUR. */
    public static boolean mayRuleTerms(Authentication person) {
        return isIn(person, Role.CURATOR) || isHead(person);
    }

    /** Whether he is a head of the CUR. */
    public static boolean isHead(Authentication person) {
        return isIn(person, Role.HEAD);
    }

    private static boolean isIn(Authentication person, Role role) {
        return person.getAuthorities().stream()
                .anyMatch(authority -> ("ROLE_" + role.group()).equals(authority.getAuthority()));
    }
}
