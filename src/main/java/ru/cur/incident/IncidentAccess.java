package ru.cur.incident;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who may read a case: the CUR every one, a body its own. */
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

    /** A body's group has the body's id, and its members the authority named after the group. */
    public static boolean mayRead(Authentication reader, Incident incident) {
        return reader.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(authority -> CUR.contains(authority) || authority.equals("ROLE_" + incident.bodyId()));
    }
}
