package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_CODE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.LEGAL_REGIME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.PERSONAL_CONTROL;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.SEVERITY;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.cur.directory.Category;
import ru.cur.directory.Directory;
import ru.cur.incident.PersonalControlChanged;
import ru.cur.incident.TermsRestated;

/** Running diagrams go on with the case's new severity, terms and marks. */
@Component
class TermsFollower {
    private final CarriedVariables carried;
    private final Directory directory;

    TermsFollower(CarriedVariables carried, Directory directory) {
        this.carried = carried;
        this.directory = directory;
    }

    @EventListener
    void on(TermsRestated event) {
        Map<String, Object> variables = new HashMap<>();
        SEVERITY.on(variables, event.severity());
        Optional.ofNullable(event.facts().categoryCode())
                .flatMap(directory::category)
                .map(Category::name)
                .ifPresent(name -> CATEGORY_NAME.on(variables, name));
        LEGAL_REGIME.on(variables, event.facts().regime());
        CATEGORY_CODE.on(variables, event.facts().categoryCode());
        TermVariables.on(variables, event.terms());
        carried.update(event.number(), variables);
    }

    @EventListener
    void on(PersonalControlChanged event) {
        Map<String, Object> variables = new HashMap<>();
        PERSONAL_CONTROL.on(variables, event.controlled());
        carried.update(event.number(), variables);
    }
}
