package ru.cur.workplace;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/** Writes the prepared filters into the engine and lets their groups read them. */
@Component
class PreparedFilters {
    private static final List<Map<String, String>> COLUMNS = List.of(
            Map.of("name", "incidentNumber", "label", "Номер"),
            Map.of("name", "categoryName", "label", "Тема"),
            Map.of("name", "municipalityName", "label", "Муниципалитет"),
            Map.of("name", "bodyName", "label", "Исполнитель"),
            Map.of("name", "severity", "label", "Срочность"));

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    PreparedFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    /** New ones appear, known ones get their present wording and criteria. */
    void write() {
        for (PreparedFilter prepared : PreparedFilter.values()) {
            String id = write(prepared).getId();
            prepared.readers()
                    .forEach(group -> grants.ensure(new Grant(group, Resources.FILTER, id, List.of(Permissions.READ))));
        }
    }

    private Filter write(PreparedFilter prepared) {
        Filter known = filters.createFilterQuery().filterName(prepared.title()).singleResult();
        Filter filter = known == null ? filters.newTaskFilter(prepared.title()) : known;
        filter.setQuery(prepared.of(tasks.createTaskQuery()));
        filter.setProperties(Map.of(
                "description",
                prepared.description(),
                "priority",
                prepared.ordinal(),
                "color",
                prepared.colour(),
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                COLUMNS));
        return filters.saveFilter(filter);
    }
}
