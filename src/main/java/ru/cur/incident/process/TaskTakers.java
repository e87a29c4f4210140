package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.HEAD_IN_PERSON;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import ru.cur.platform.security.Accounts;
import ru.cur.platform.security.Role;

/** Who of a body may take its tasks, as the diagrams ask: {@code ${taskTakers.of(execution)}}. */
@Component
public class TaskTakers {
    private final Accounts accounts;

    TaskTakers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The group of the body's people, or of its heads where it is their matter in person and the body has any. */
    public String of(VariableScope scope) {
        String bodyId = BODY_ID.from(scope);
        boolean heads = HEAD_IN_PERSON.find(scope).orElse(false)
                && !accounts.membersOf(Role.BODY_HEAD.group(), bodyId).isEmpty();
        return heads ? Role.BODY_HEAD.group() : bodyId;
    }
}
