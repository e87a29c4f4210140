package ru.cur.workplace;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the prepared filters at each start, so that a new version of the program brings them up to date. */
@Component
@Order(PreparedFilters.AFTER_ACCOUNTS)
class PreparedFilters implements ApplicationRunner {
    static final int AFTER_ACCOUNTS = 100;

    private static final List<Map<String, String>> COLUMNS = List.of(
            Map.of("name", "incidentNumber", "label", "Номер"),
            Map.of("name", "categoryName", "label", "Категория"),
            Map.of("name", "municipalityName", "label", "Муниципалитет"),
            Map.of("name", "bodyName", "label", "Исполнитель"),
            Map.of("name", "severity", "label", "Приоритет"));

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final JdbcClient jdbc;

    PreparedFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations, JdbcClient jdbc) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        // Two nodes that start together must not both find a filter missing.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('prepared-filters', 0))")
                .query((row, i) -> true)
                .single();
        for (PreparedFilter prepared : PreparedFilter.values()) {
            Filter filter = write(prepared);
            prepared.readers().forEach(group -> allow(group, filter.getId()));
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

    private void allow(String group, String filterId) {
        boolean allowed = authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.FILTER)
                        .resourceId(filterId)
                        .groupIdIn(group)
                        .count()
                > 0;
        if (!allowed) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(Resources.FILTER);
            grant.setResourceId(filterId);
            grant.addPermission(Permissions.READ);
            authorizations.saveAuthorization(grant);
        }
    }
}
