package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.DANGER_TO_LIFE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.LEGAL_REGIME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.MUNICIPALITY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SEVERITY;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.incident.IncidentRegistered;

/** Tells the process of a case what has happened to it. */
@Component
class IncidentHandling {
    private final RuntimeService runtime;
    private final Directory directory;
    private final Clock clock;
    private final ZoneId zone;

    IncidentHandling(RuntimeService runtime, Directory directory, Clock clock, ZoneId zone) {
        this.runtime = runtime;
        this.directory = directory;
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
                .ifPresent(category -> CATEGORY_NAME.on(variables, category.name()));
        Optional.ofNullable(event.municipalityCode())
                .flatMap(code -> directory.municipality(
                        code, clock.instant().atZone(zone).toLocalDate()))
                .ifPresent(municipality -> MUNICIPALITY_NAME.on(variables, municipality.name()));
    }
}
