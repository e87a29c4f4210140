package ru.cur.platform.security;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;

/** What guards cases behind every login. The filters are no beans: the server would run each once more for itself. */
@Component
class CaseFilters {
    private final ActingUser actingUser;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Refusals refusals;
    private final ApplicationEventPublisher events;

    CaseFilters(
            ActingUser actingUser,
            TaskService tasks,
            RuntimeService runtime,
            Refusals refusals,
            ApplicationEventPublisher events) {
        this.actingUser = actingUser;
        this.tasks = tasks;
        this.runtime = runtime;
        this.refusals = refusals;
        this.events = events;
    }

    HttpSecurity addTo(HttpSecurity http) {
        return http.addFilterBefore(new RefusalWatch(events), ExceptionTranslationFilter.class)
                .addFilterAfter(new ForeignCaseGuard(actingUser, tasks, runtime, refusals), AuthorizationFilter.class)
                .addFilterAfter(new NoTextsInTheEngine(refusals), ForeignCaseGuard.class)
                .addFilterAfter(new EngineRestIdentity(actingUser), NoTextsInTheEngine.class);
    }
}
