package ru.cur.incident;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.sla.Term;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.clock.CaseClocks;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.Clocks;

/** The terms of a case: when its clocks start, stop and count anew. Their consequences are drawn in the diagrams. */
@Service
@Transactional
public class CaseTerms {
    /** By whose working hours the CUR's own clocks run. */
    public static final String CUR = "cur";

    /** What the governor follows comes right after accidents. */
    private static final long PERSONAL_CONTROL_PRIORITY = 90;

    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final Clocks clocks;
    private final StepClocks steps;
    private final WorkingCalendars calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseTerms(
            IncidentStore incidents,
            IncidentHistory history,
            Clocks clocks,
            StepClocks steps,
            WorkingCalendars calendars,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.history = history;
        this.clocks = clocks;
        this.steps = steps;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A message waits to be sorted. The author's answer has a term from the registration on, too, or a message that nobody
     * sorts would be late in no report; {@link #decided} sets the one that counts.
     */
    public void received(IncidentNumber number, DecidedTerms terms) {
        Incident incident = incident(number);
        Instant registeredAt = incident.registeredAt();
        clocks.change(number.value(), IncidentHistory.SYSTEM, change -> {
            change.startAt(registeredAt, ClockKind.TRIAGE, terms.mustLimit(ClockKind.TRIAGE), terms.version(), CUR);
            change.startAt(
                    registeredAt,
                    ClockKind.FIRST_ANSWER,
                    terms.mustLimit(ClockKind.FIRST_ANSWER),
                    terms.version(),
                    CUR);
            startLegal(change, registeredAt, terms);
            if (incident.legalRegime() == LegalRegime.APPEAL_59FZ) {
                steps.startAt(registeredAt, change, ClockKind.REGISTRATION);
                steps.startAt(registeredAt, change, ClockKind.REDIRECT);
            }
        });
    }

    private static void startLegal(CaseClocks change, Instant registeredAt, DecidedTerms terms) {
        terms.limit(ClockKind.LEGAL)
                .ifPresent(limit -> change.startAt(registeredAt, ClockKind.LEGAL, limit, terms.version(), CUR));
    }

    /** The message is sorted: its answer has the term of the decided severity, from the registration, whoever held the case. */
    public void decided(IncidentNumber number, Severity severity, DecidedTerms terms) {
        Severity suggested = incident(number).severity();
        incidents.change(number).set("severity", severity).apply();
        // What was sorted was sorted by the term that it had then.
        clocks.change(number.value(), IncidentHistory.SYSTEM, change -> {
            change.stop(ClockKind.TRIAGE);
            change.stop(ClockKind.REDIRECT);
        });
        if (severity != suggested) {
            events.publishEvent(new SeverityChanged(number, severity));
        }
        restate(number, terms, IncidentHistory.SYSTEM, "сообщение разобрано");
    }

    /** The clock of the answer that is worked on: after the first one, that of the solution. */
    @Transactional(readOnly = true)
    public ClockKind answerClock(IncidentNumber number) {
        return clocks.open(number.value(), ClockKind.SOLUTION).isPresent()
                ? ClockKind.SOLUTION
                : ClockKind.FIRST_ANSWER;
    }

    /** Computes the open clocks anew from their starts: category, severity, regime or the table have changed. */
    public void restate(IncidentNumber number, DecidedTerms terms, String actor, String reason) {
        Incident incident = incident(number);
        clocks.change(number.value(), actor, change -> {
            terms.terms().keySet().forEach(kind -> change.open(kind)
                    .ifPresent(open -> change.restate(
                            kind, terms.mustLimit(kind), terms.version(), open.organisationId(), reason)));
            if (terms.limit(ClockKind.LEGAL).isEmpty()) {
                change.stop(ClockKind.LEGAL);
            } else if (change.open(ClockKind.LEGAL).isEmpty()) {
                startLegal(change, incident.registeredAt(), terms);
            }
        });
    }

    /** A curator must find the body: the time for that begins. */
    public void bodyUnknown(IncidentNumber number, DecidedTerms terms) {
        clocks.change(number.value(), IncidentHistory.SYSTEM, change -> startAssignment(change, terms));
    }

    private static void startAssignment(CaseClocks change, DecidedTerms terms) {
        change.start(ClockKind.TRIAGE, terms.mustLimit(ClockKind.TRIAGE), terms.version(), CUR);
    }

    /** The case is at a body: the answer's clock runs by its hours, and it must accept within a term of its own. */
    public void routed(IncidentNumber number, String bodyId, DecidedTerms terms, String actor) {
        clocks.change(number.value(), actor, change -> {
            change.stop(ClockKind.TRIAGE);
            change.stop(ClockKind.ACCEPTANCE);
            change.moveTo(ClockKind.FIRST_ANSWER, bodyId, "назначен исполнитель");
            change.moveTo(ClockKind.SOLUTION, bodyId, "назначен исполнитель");
            change.start(ClockKind.ACCEPTANCE, terms.mustLimit(ClockKind.ACCEPTANCE), terms.version(), bodyId);
        });
    }

    /** The case leaves its body in the middle of the work: what the body or its answer was waited for is no longer waited for. */
    public void rerouted(IncidentNumber number, String actor) {
        clocks.change(number.value(), actor, change -> {
            change.stop(ClockKind.ACCEPTANCE);
            change.stop(ClockKind.APPROVAL);
        });
    }

    /** The body takes the case on. */
    public void accepted(IncidentNumber number, String actor) {
        clocks.change(number.value(), actor, change -> change.stop(ClockKind.ACCEPTANCE));
    }

    /** The body does not take the case on: a curator must find another one. */
    public void returned(IncidentNumber number, DecidedTerms terms, String actor) {
        clocks.change(number.value(), actor, change -> {
            change.stop(ClockKind.ACCEPTANCE);
            startAssignment(change, terms);
        });
    }

    /**
     * A new term for the final answer, after a promise was kept or broken.
     *
     * @param bodyMustAccept whether the body begins again from the acceptance
     */
    public void restart(IncidentNumber number, DecidedTerms terms, boolean bodyMustAccept) {
        Incident incident = incident(number);
        incidents.change(number).set("sla_state", SlaState.ON_TIME).apply();
        clocks.change(number.value(), IncidentHistory.SYSTEM, change -> {
            change.start(ClockKind.SOLUTION, terms.mustLimit(ClockKind.SOLUTION), terms.version(), incident.bodyId());
            if (bodyMustAccept) {
                change.start(
                        ClockKind.ACCEPTANCE,
                        terms.mustLimit(ClockKind.ACCEPTANCE),
                        terms.version(),
                        incident.bodyId());
            }
        });
    }

    /** A step of the ladder: the term of the answer is at risk, or over. @param what which term, in Russian */
    public void reached(IncidentNumber number, SlaState state, String what) {
        incidents.change(number).set("sla_state", state).apply();
        history.add(
                number,
                IncidentHistory.SYSTEM,
                state == SlaState.OVERDUE ? "Срок нарушен: " + what : "Срок под угрозой: " + what,
                null);
        events.publishEvent(new SlaStateReached(number, state));
    }

    /** How urgent the tasks of the case are, 0 to 100: its severity, lifted when its term is at risk or over. */
    @Transactional(readOnly = true)
    public long taskPriority(IncidentNumber number) {
        Incident incident = incident(number);
        long priority = incident.slaState().lift(incident.severity().taskPriority());
        return incident.marks().personalControl() ? Math.max(priority, PERSONAL_CONTROL_PRIORITY) : priority;
    }

    /** The moment that lies {@code term} from now, by the hours of the CUR. */
    public Instant fromNow(Term term) {
        return calendars.of(CUR).deadline(clock.instant(), term);
    }

    private Incident incident(IncidentNumber number) {
        return incidents.find(number).orElseThrow();
    }
}
