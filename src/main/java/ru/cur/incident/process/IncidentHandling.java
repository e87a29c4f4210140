package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.DANGER_TO_LIFE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.HEAD_IN_PERSON;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.LEGAL_REGIME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.MASS_MEMBER;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.MUNICIPALITY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.NOTICE_VERSION;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.PERSONAL_CONTROL;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.RESTRICTED;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.RETURNS_COUNT;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SEVERITY;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ru.cur.directory.Category;
import ru.cur.directory.Directory;
import ru.cur.incident.AuthorDisagreed;
import ru.cur.incident.AuthorRated;
import ru.cur.incident.AuthorWrote;
import ru.cur.incident.CaseRerouted;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.IncidentRegistered;
import ru.cur.incident.MainCaseMoved;
import ru.cur.incident.TermMoved;
import ru.cur.incident.WorkResumed;
import ru.cur.incident.WorkSuspended;
import ru.cur.platform.engine.AcrossBodies;

/** Tells the process of a case what has happened to it. */
@Component
class IncidentHandling {
    private final RuntimeService runtime;
    private final CaseFactVariables facts;
    private final Directory directory;
    private final AcrossBodies across;
    private final Clock clock;
    private final ZoneId zone;

    IncidentHandling(
            RuntimeService runtime,
            CaseFactVariables facts,
            Directory directory,
            AcrossBodies across,
            Clock clock,
            ZoneId zone) {
        this.runtime = runtime;
        this.facts = facts;
        this.directory = directory;
        this.across = across;
        this.clock = clock;
        this.zone = zone;
    }

    @EventListener
    void on(IncidentRegistered event) {
        Map<String, Object> variables = new HashMap<>();
        INCIDENT_NUMBER.on(variables, event.number().value());
        SEVERITY.on(variables, event.severity());
        LEGAL_REGIME.on(variables, event.regime());
        DANGER_TO_LIFE.on(variables, event.dangerToLife());
        RESTRICTED.on(variables, false);
        MASS_MEMBER.on(variables, false);
        PERSONAL_CONTROL.on(variables, false);
        HEAD_IN_PERSON.on(variables, false);
        RETURNS_COUNT.on(variables, 0L);
        suggestions(event, variables);
        runtime.createMessageCorrelation(IncidentHandlingProcess.INCIDENT_REGISTERED)
                .processInstanceBusinessKey(event.number().value())
                .setVariables(variables)
                .correlateStartMessage();
    }

    /** What the operator's list shows of a message before he has opened it. */
    private void suggestions(IncidentRegistered event, Map<String, Object> variables) {
        Optional.ofNullable(event.categoryCode())
                .flatMap(directory::category)
                .map(Category::name)
                .ifPresent(name -> CATEGORY_NAME.on(variables, name));
        Optional.ofNullable(event.municipalityCode())
                .flatMap(code -> directory.municipality(
                        code, clock.instant().atZone(zone).toLocalDate()))
                .ifPresent(municipality -> MUNICIPALITY_NAME.on(variables, municipality.name()));
    }

    /** Who waits for the author's answer has it now; otherwise somebody reads what he has added. */
    @EventListener
    void on(AuthorWrote event) {
        if (!tell(event.number(), AuthorQuestionProcess.AUTHOR_REPLIED, Map.of())) {
            tell(event.number(), IncidentHandlingProcess.AUTHOR_WROTE, Map.of());
        }
    }

    @EventListener
    void on(AuthorRated event) {
        Map<String, Object> mark = new HashMap<>();
        AuthorFeedbackProcess.Variables.AUTHOR_MARK.on(mark, (long) event.mark());
        tell(event.number(), AuthorFeedbackProcess.AUTHOR_RATED, mark);
    }

    @EventListener
    void on(AuthorDisagreed event) {
        Map<String, Object> outcome = new HashMap<>();
        AuthorFeedbackProcess.Variables.FEEDBACK_OUTCOME.on(outcome, AuthorFeedbackProcess.REOPEN);
        tell(event.number(), AuthorFeedbackProcess.AUTHOR_DISAGREED, outcome);
    }

    @EventListener
    void on(MainCaseMoved event) {
        tell(event.number(), MassIncidentProcess.MASS_MOVED, Map.of());
    }

    @EventListener
    void on(WorkSuspended event) {
        tell(event.number(), IncidentHandlingProcess.WORK_SUSPENDED, Map.of());
    }

    /**
     * Clocks may go on in the middle of a step of this very case: its diagram is told when the step is done, whatever the person
     * may do who has done it.
     */
    @EventListener
    void on(WorkResumed event) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                across.run(() -> tell(event.number(), IncidentHandlingProcess.WORK_RESUMED, Map.of()));
            }
        });
    }

    @EventListener
    void on(TermMoved event) {
        Map<String, Object> notice = new HashMap<>();
        NOTICE_VERSION.on(notice, (long) event.noticeVersion());
        // Of its own start only: a second notice may begin before the first one is read.
        runtime.createMessageCorrelation(IncidentHandlingProcess.TERM_MOVED)
                .processInstanceBusinessKey(event.number().value())
                .setVariablesToTriggeredScope(notice)
                .correlateAll();
    }

    @EventListener
    void on(CaseRerouted event) {
        tell(
                event.number(),
                IncidentHandlingProcess.CASE_REROUTED,
                facts.of(event.categoryCode(), event.municipalityCode()));
    }

    /** @return whether any diagram of the case waited for it */
    private boolean tell(IncidentNumber number, String message, Map<String, Object> variables) {
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number.value())
                .setVariables(variables)
                .correlateAllWithResult()
                .isEmpty();
    }
}
