package ru.cur.reply.process;

import static ru.cur.reply.process.ReplyPublicationProcess.Variables.APPROVAL_TERM;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.PUBLICATION_TERM;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.TERMS_VERSION;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import ru.cur.platform.ProcessVariable;
import ru.cur.sla.Term;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Limit;

/** The clocks that run while an answer is approved and published, by the terms that the case brings along. */
@Component
class ReplyClocks {
    private static final String CUR = "cur";
    private static final String SYSTEM = "system";

    private final Clocks clocks;

    ReplyClocks(Clocks clocks) {
        this.clocks = clocks;
    }

    void submitted(VariableScope scope) {
        clocks.change(
                INCIDENT_NUMBER.from(scope),
                SYSTEM,
                change -> change.start(ClockKind.APPROVAL, limit(scope, APPROVAL_TERM), version(scope), CUR));
    }

    void sentBack(VariableScope scope, String actor) {
        clocks.change(INCIDENT_NUMBER.from(scope), actor, change -> change.stop(ClockKind.APPROVAL));
    }

    void approved(VariableScope scope, String actor) {
        clocks.change(INCIDENT_NUMBER.from(scope), actor, change -> {
            change.stop(ClockKind.APPROVAL);
            change.start(ClockKind.PUBLICATION, limit(scope, PUBLICATION_TERM), version(scope), CUR);
        });
    }

    private static Limit limit(VariableScope scope, ProcessVariable<String> term) {
        return new Limit.Within(Term.parse(term.from(scope)));
    }

    private static int version(VariableScope scope) {
        return TERMS_VERSION.from(scope).intValue();
    }
}
