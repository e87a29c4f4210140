package ru.cur.reporting;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Whose cases a report may show: a group of the CUR sees all, the head of a body sees the own one, others nothing. */
@Component
class ReportScopes {

    private static final Set<String> SEE_EVERY_BODY =
            Set.of("managers", "governors", "heads", "analysts", "curators", "camunda-admin");
    private static final String SEES_OWN_BODY = "bodyHeads";
    private static final String ROLE_PREFIX = "ROLE_";

    private final Bodies bodies;

    ReportScopes(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * The caller's scope.
     *
     * @throws AccessDeniedException if the caller has no business with reports, or heads no organisation
     */
    ReportScope of(@Nullable Authentication caller) {
        Set<String> groups = groupsOf(caller);
        if (groups.stream().anyMatch(SEE_EVERY_BODY::contains)) {
            return ReportScope.everyBody();
        }
        if (!groups.contains(SEES_OWN_BODY)) {
            throw new AccessDeniedException(
                    "Отчёты доступны руководителям, аналитикам и кураторам. Обратитесь к администратору.");
        }
        List<String> own = bodies.among(groups);
        if (own.size() != 1) {
            throw new AccessDeniedException(
                    "Учётная запись руководителя не связана с одной организацией. Обратитесь к администратору.");
        }
        return ReportScope.only(own.get(0));
    }

    /** Every group whose members may open a report. */
    static Set<String> readers() {
        return Stream.concat(SEE_EVERY_BODY.stream(), Stream.of(SEES_OWN_BODY)).collect(Collectors.toSet());
    }

    private static Set<String> groupsOf(@Nullable Authentication caller) {
        if (caller == null) {
            return Set.of();
        }
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(ROLE_PREFIX))
                .map(authority -> authority.substring(ROLE_PREFIX.length()))
                .collect(Collectors.toSet());
    }
}
