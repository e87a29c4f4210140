package ru.cur.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import ru.cur.directory.Substitution;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentStatus;
import ru.cur.platform.security.Accounts;
import ru.cur.platform.security.Role;
import ru.cur.sla.clock.ClockKind;

/** Finds the people behind the roles of the ladder. */
@Component
class LadderRecipients {
    private final Accounts accounts;
    private final Substitution substitution;
    private final Clock clock;
    private final ZoneId zone;

    LadderRecipients(Accounts accounts, Substitution substitution, Clock clock, ZoneId zone) {
        this.accounts = accounts;
        this.substitution = substitution;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Logins of those who are at work today: whoever is away is replaced, and a role in which nobody is there gives way to
     * the next one up.
     */
    Set<String> of(List<LadderRole> roles, Incident incident, ClockKind kind) {
        Set<String> logins = new TreeSet<>();
        roles.forEach(role -> logins.addAll(present(role, incident, kind)));
        return logins;
    }

    private Set<String> present(LadderRole role, Incident incident, ClockKind kind) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        Optional<LadderRole> asked = Optional.of(role);
        while (asked.isPresent()) {
            Set<String> present = substitution.present(holders(asked.get(), incident, kind), today);
            if (!present.isEmpty()) {
                return present;
            }
            asked = asked.get().next();
        }
        return Set.of();
    }

    private Set<String> holders(LadderRole role, Incident incident, ClockKind kind) {
        boolean body = incident.bodyId() != null && (kind.isOfBody() || kind == ClockKind.LEGAL);
        return switch (role) {
            case EXECUTOR -> body ? executors(incident) : ownOfCur(incident, kind);
            case BODY_HEAD ->
                body
                        ? accounts.membersOf(Role.BODY_HEAD.group(), incident.bodyId())
                        : accounts.membersOf(Role.HEAD.group());
            case CURATOR -> accounts.membersOf(Role.CURATOR.group());
            case CUR_HEAD -> accounts.membersOf(Role.HEAD.group());
            case VICE_GOVERNOR -> accounts.membersOf(Role.MANAGER.group());
        };
    }

    private Set<String> executors(Incident incident) {
        return incident.executorId() == null
                ? accounts.membersOf(Role.EXECUTOR.group(), incident.bodyId())
                : Set.of(incident.executorId());
    }

    /** Whom terms of the CUR are about: the curator finds a body and reads drafts, the operator sorts and publishes. */
    private Set<String> ownOfCur(Incident incident, ClockKind kind) {
        boolean sorted = incident.status() != IncidentStatus.NEW;
        boolean ofCurator = kind == ClockKind.APPROVAL || (kind == ClockKind.TRIAGE && sorted);
        return accounts.membersOf((ofCurator ? Role.CURATOR : Role.OPERATOR).group());
    }
}
