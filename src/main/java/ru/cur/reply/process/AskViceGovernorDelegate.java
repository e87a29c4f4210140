package ru.cur.reply.process;

import static ru.cur.reply.process.ReplyPublicationProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.VICE_GOVERNOR_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.directory.Substitution;
import ru.cur.directory.ViceGovernors;
import ru.cur.reply.Answers;
import ru.cur.reply.CaseBriefs;

/** Finds the vice-governor of the case's block, or who stands in for him; with nobody named each of them may decide. */
@Component
class AskViceGovernorDelegate implements JavaDelegate { // serviceTask_askViceGovernor
    private final Answers answers;
    private final CaseBriefs briefs;
    private final ViceGovernors viceGovernors;
    private final Substitution substitution;
    private final Clock clock;
    private final ZoneId zone;

    AskViceGovernorDelegate(
            Answers answers,
            CaseBriefs briefs,
            ViceGovernors viceGovernors,
            Substitution substitution,
            Clock clock,
            ZoneId zone) {
        this.answers = answers;
        this.briefs = briefs;
        this.viceGovernors = viceGovernors;
        this.substitution = substitution;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = INCIDENT_NUMBER.from(execution);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        Optional<String> person = viceGovernors
                .of(briefs.of(number).categoryCode())
                .flatMap(login ->
                        substitution.present(Set.of(login), today).stream().findFirst());
        VICE_GOVERNOR_ID.set(execution, person.orElse(null));
        answers.passOn(number);
    }
}
