package ru.cur.incident;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.sla.Term;
import ru.cur.sla.calendar.WorkingCalendars;

/** The terms of a case: computed here, their consequences are drawn in the diagrams. */
@Service
@Transactional
public class CaseTerms {
    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final WorkingCalendars calendars;
    private final Clock clock;

    CaseTerms(IncidentStore incidents, IncidentHistory history, WorkingCalendars calendars, Clock clock) {
        this.incidents = incidents;
        this.history = history;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Moments in UTC by which the body must accept, people are warned, and the answer must be published. */
    public record Deadlines(Instant acceptance, Instant warning, Instant answer) {}

    /**
     * Term of the triage, counted from the registration. The author's answer has a term from then on, too, or a message that
     * nobody sorts would be late in no report; {@link #answer} sets the one that counts when the severity is decided.
     */
    public Instant triage(IncidentNumber number, Term triage, Term firstAnswer) {
        Instant registeredAt = incidents.find(number).orElseThrow().registeredAt();
        Instant due = calendars.region().deadline(registeredAt, triage);
        incidents
                .change(number)
                .set("triage_due", due)
                .set("first_answer_due", calendars.region().deadline(registeredAt, firstAnswer))
                .apply();
        return due;
    }

    /** The answer's term counts from the registration, whoever held the case meanwhile; the body's from now. */
    public Deadlines answer(IncidentNumber number, Severity severity, Term acceptance, Term firstAnswer) {
        Instant registeredAt = incidents.find(number).orElseThrow().registeredAt();
        Instant acceptanceDue = calendars.region().deadline(clock.instant(), acceptance);
        Deadlines deadlines = deadlines(registeredAt, acceptanceDue, firstAnswer);
        incidents
                .change(number)
                .set("severity", severity)
                .set("status", IncidentStatus.REGISTERED)
                .set("acceptance_due", acceptanceDue)
                .set("first_answer_due", deadlines.answer())
                .set("answer_due", deadlines.answer())
                .apply();
        return deadlines;
    }

    /** A new term for the final answer, after a promise was kept or broken. */
    public Deadlines restart(IncidentNumber number, Term solution, Term acceptance) {
        Instant now = clock.instant();
        Deadlines deadlines = deadlines(now, calendars.region().deadline(now, acceptance), solution);
        incidents
                .change(number)
                .set("acceptance_due", deadlines.acceptance())
                .set("answer_due", deadlines.answer())
                .set("control_due", null)
                .set("sla_state", SlaState.ON_TIME)
                .apply();
        return deadlines;
    }

    private Deadlines deadlines(Instant start, Instant acceptanceDue, Term term) {
        Instant due = calendars.region().deadline(start, term);
        return new Deadlines(
                acceptanceDue,
                calendars
                        .region()
                        .plus(
                                start,
                                calendars
                                        .region()
                                        .between(start, due, term.unit())
                                        .multipliedBy(3)
                                        .dividedBy(4),
                                term.unit()),
                due);
    }

    /** Three quarters of the answer's term have passed. */
    public void atRisk(IncidentNumber number) {
        incidents.change(number).set("sla_state", SlaState.AT_RISK).apply();
        history.add(number, IncidentHistory.SYSTEM, "Прошло 75 % срока ответа", null);
    }

    /**
     * A term was broken.
     *
     * @param what which one, in Russian
     * @param answerOverdue whether the author now waits longer than he should
     */
    public void broken(IncidentNumber number, String what, boolean answerOverdue) {
        if (answerOverdue) {
            incidents.change(number).set("sla_state", SlaState.OVERDUE).apply();
        }
        history.add(number, IncidentHistory.SYSTEM, "Срок нарушен: " + what, null);
    }

    /** The moment that lies {@code term} from now. */
    public Instant fromNow(Term term) {
        return calendars.region().deadline(clock.instant(), term);
    }
}
