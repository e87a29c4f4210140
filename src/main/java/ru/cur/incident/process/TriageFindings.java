package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_CODE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.DANGER_TO_LIFE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.MASS_MEMBER;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.MUNICIPALITY_CODE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.RESTRICTED;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.RESTRICTION;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.WORK_SIZE;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import ru.cur.incident.Incident;
import ru.cur.incident.MassIncidents;
import ru.cur.incident.Restriction;
import ru.cur.incident.StepClocks;
import ru.cur.incident.Triage;
import ru.cur.incident.Triage.Finding;
import ru.cur.incident.WorkSize;
import ru.cur.platform.FormRefusal;
import ru.cur.sla.clock.ClockKind;

/** What an operator finds a message to be about. */
@Component
class TriageFindings {
    private final Triage triage;
    private final MassIncidents mass;
    private final StepClocks steps;
    private final CaseFactVariables facts;

    TriageFindings(Triage triage, MassIncidents mass, StepClocks steps, CaseFactVariables facts) {
        this.triage = triage;
        this.mass = mass;
        this.steps = steps;
        this.facts = facts;
    }

    /** @param address may be null @throws FormRefusal when category or place are missing or unknown */
    void route(DelegateTask task, String address, boolean danger, String actor) {
        String category = CATEGORY_CODE.find(task).orElseThrow(() -> new FormRefusal("Выберите тему"));
        String municipality = MUNICIPALITY_CODE.find(task).orElseThrow(() -> new FormRefusal("Выберите муниципалитет"));
        Map<String, Object> found = facts.of(category, municipality);
        Optional<Restriction> restriction = RESTRICTION.find(task);
        triage.accept(
                Cases.of(task),
                new Finding(
                        category,
                        municipality,
                        address,
                        BODY_ID.find(task).orElse(null),
                        restriction.orElse(null),
                        WORK_SIZE.find(task).orElse(WorkSize.SMALL)),
                danger,
                actor);
        RESTRICTED.on(found, restriction.isPresent());
        MASS_MEMBER.on(found, false);
        decided(task, found, danger, actor);
    }

    /** The case is about what another one is about. */
    void join(DelegateTask task, String mainNumber, String actor) {
        Incident main = mass.join(Cases.of(task), mainNumber, actor);
        Map<String, Object> found = facts.of(main.categoryCode(), main.municipalityCode());
        RESTRICTED.on(found, false);
        MASS_MEMBER.on(found, true);
        // The danger is told by the one that is worked on.
        decided(task, found, false, actor);
    }

    private void decided(DelegateTask task, Map<String, Object> found, boolean danger, String actor) {
        DANGER_TO_LIFE.on(found, danger);
        found.forEach(task::setVariable);
        if (danger) {
            steps.start(Cases.of(task), ClockKind.EMERGENCY, actor);
        }
    }
}
