package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.ENDORSEMENT_OUTCOME;
import static ru.cur.incident.process.ExecutionProcess.Variables.ENDORSEMENT_REQUIRED;
import static ru.cur.incident.process.ExecutionProcess.Variables.ENDORSER_ID;
import static ru.cur.incident.process.ExecutionProcess.Variables.LONG_PROMISE;
import static ru.cur.incident.process.ExecutionProcess.Variables.LONG_PROMISE_OUTCOME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.directory.Substitution;
import ru.cur.incident.CasePromises;
import ru.cur.incident.CaseWork;
import ru.cur.incident.PromiseTerms;
import ru.cur.incident.Severity;
import ru.cur.platform.security.Accounts;
import ru.cur.platform.security.Role;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;

/**
 * Who has to stand by a draft before it goes to the curator. The head of the body does not where every minute counts, where the
 * body has none at work, and where he has written it himself.
 */
@Component
class FindEndorsersDelegate implements JavaDelegate { // serviceTask_findEndorsers
    private final Answers answers;
    private final CaseWork work;
    private final CasePromises promises;
    private final Accounts accounts;
    private final Substitution substitution;
    private final Directory directory;
    private final Clock clock;
    private final ZoneId zone;

    FindEndorsersDelegate(
            Answers answers,
            CaseWork work,
            CasePromises promises,
            Accounts accounts,
            Substitution substitution,
            Directory directory,
            Clock clock,
            ZoneId zone) {
        this.answers = answers;
        this.work = work;
        this.promises = promises;
        this.accounts = accounts;
        this.substitution = substitution;
        this.directory = directory;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Answer draft = answers.latest(Cases.of(execution).value()).orElseThrow();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        Set<String> heads = accounts.membersOf(Role.BODY_HEAD.group(), BODY_ID.from(execution));
        Set<String> endorsers = isUrgent(execution) || heads.contains(draft.draftedBy())
                ? Set.of()
                : endorsers(heads, draft.draftedBy(), BODY_ID.from(execution), today);
        ENDORSEMENT_REQUIRED.set(execution, !endorsers.isEmpty());
        // A head takes the task from the list of his group; whoever stands in for him is not in it.
        boolean headIsThere = endorsers.stream().anyMatch(heads::contains);
        ENDORSER_ID.set(
                execution,
                headIsThere ? null : endorsers.stream().sorted().findFirst().orElse(null));
        if (!endorsers.isEmpty()) {
            work.awaitsEndorsement(Cases.of(execution));
        }
        LONG_PROMISE.set(execution, draft.promisedOn() != null && PromiseTerms.isLong(draft.promisedOn(), today));
        // What was decided about the version before this one.
        ENDORSEMENT_OUTCOME.take(execution);
        LONG_PROMISE_OUTCOME.take(execution);
    }

    /** The heads who are at work, or those of the same body who stand in for them; never the author of the draft. */
    private Set<String> endorsers(Set<String> heads, String author, String bodyId, LocalDate today) {
        return substitution.present(heads, today).stream()
                .filter(login -> !login.equals(author))
                .filter(login -> heads.contains(login) || worksIn(bodyId, login))
                .collect(Collectors.toSet());
    }

    private boolean isUrgent(DelegateExecution execution) {
        Severity severity = promises.termsOf(Cases.of(execution)).severity();
        return severity == Severity.P0 || severity == Severity.P1;
    }

    private boolean worksIn(String bodyId, String login) {
        return directory
                .staffMember(login)
                .map(member -> member.organisationId().equals(bodyId))
                .orElse(false);
    }
}
