package ru.cur.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.cur.directory.Substitution;
import ru.cur.directory.ViceGovernors;
import ru.cur.incident.Incident;
import ru.cur.platform.security.Accounts;
import ru.cur.platform.security.Role;
import ru.cur.sla.clock.ClockKind;

/** Finds the people behind the roles of the ladder. */
@Component
class LadderRecipients {
    private final Accounts accounts;
    private final ViceGovernors viceGovernors;
    private final Substitution substitution;

    LadderRecipients(Accounts accounts, ViceGovernors viceGovernors, Substitution substitution) {
        this.accounts = accounts;
        this.viceGovernors = viceGovernors;
        this.substitution = substitution;
    }

    /**
     * Logins of those who are at work on the day: whoever is away is replaced, and a role in which nobody is there gives way
     * to the next one up, the vice-governor of the block at last to all of them.
     *
     * @param day when they get their letters
     */
    Set<String> of(List<LadderRole> roles, Incident incident, ClockKind kind, LocalDate day) {
        Set<String> logins = new TreeSet<>();
        roles.forEach(role -> logins.addAll(present(role, incident, kind, day)));
        if (incident.marks().restriction() != null) {
            logins.retainAll(accounts.membersOf(Role.RESTRICTED.group()));
        }
        return logins;
    }

    private Set<String> present(LadderRole role, Incident incident, ClockKind kind, LocalDate day) {
        return Stream.concat(role.andUp().map(asked -> holders(asked, incident, kind)), Stream.of(managers()))
                .map(holders -> substitution.present(holders, day))
                .filter(Predicate.not(Set::isEmpty))
                .findFirst()
                .orElse(Set.of());
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
            case VICE_GOVERNOR -> ofBlock(incident, managers());
        };
    }

    /** All of them where none is named for the block, or the one who was has left. */
    private Set<String> ofBlock(Incident incident, Set<String> managers) {
        return viceGovernors
                .of(incident.categoryCode())
                .filter(managers::contains)
                .map(Set::of)
                .orElse(managers);
    }

    private Set<String> managers() {
        return accounts.membersOf(Role.MANAGER.group());
    }

    private Set<String> executors(Incident incident) {
        return incident.executorId() == null
                ? accounts.membersOf(Role.EXECUTOR.group(), incident.bodyId())
                : Set.of(incident.executorId());
    }

    /** Whom terms of the CUR are about: the curator finds a body and reads drafts, the operator sorts and publishes. */
    private Set<String> ownOfCur(Incident incident, ClockKind kind) {
        boolean sorted = incident.isSorted();
        boolean ofCurator = kind == ClockKind.APPROVAL || (kind == ClockKind.TRIAGE && sorted);
        return accounts.membersOf((ofCurator ? Role.CURATOR : Role.OPERATOR).group());
    }
}
