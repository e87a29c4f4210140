package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_CODE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_FIRST_ANSWER_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_PRIORITY;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_SOLUTION_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.MUNICIPALITY_CODE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.MUNICIPALITY_NAME;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.cur.directory.Category;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.incident.Severity;
import ru.cur.platform.FormRefusal;

/** What the decisions of the diagram ask about category and place, in the words of the directory. */
@Component
class CaseFactVariables {
    private final Directory directory;
    private final Clock clock;
    private final ZoneId zone;

    CaseFactVariables(Directory directory, Clock clock, ZoneId zone) {
        this.directory = directory;
        this.clock = clock;
        this.zone = zone;
    }

    /** @throws FormRefusal when the directory knows no such category or municipality today */
    Map<String, Object> of(String categoryCode, String municipalityCode) {
        Category category = directory.category(categoryCode).orElseThrow(() -> new FormRefusal("Выберите тему"));
        Municipality municipality = directory
                .municipality(municipalityCode, clock.instant().atZone(zone).toLocalDate())
                .orElseThrow(() -> new FormRefusal("Выберите муниципалитет"));
        Map<String, Object> variables = new HashMap<>();
        CATEGORY_CODE.on(variables, category.code());
        CATEGORY_NAME.on(variables, category.name());
        CATEGORY_PRIORITY.on(variables, Severity.valueOf(category.priority()));
        CATEGORY_FIRST_ANSWER_TERM.on(variables, category.firstAnswerTerm());
        CATEGORY_SOLUTION_TERM.on(variables, category.solutionTerm());
        MUNICIPALITY_CODE.on(variables, municipality.code());
        MUNICIPALITY_NAME.on(variables, municipality.name());
        return variables;
    }
}
