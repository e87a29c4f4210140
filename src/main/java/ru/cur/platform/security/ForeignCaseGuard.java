package ru.cur.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides everything below a task, an instance or an execution from those who can't see that one. Most of the engine's
 * resources ask for themselves; attachments and comments do not, whatever the tenant.
 */
final class ForeignCaseGuard extends OncePerRequestFilter {
    private static final Pattern PART_OF_A_CASE = Pattern.compile(
            "/(?:engine-rest(?:/engine/[^/]+)?|camunda/api/engine/engine/[^/]+)/(task|process-instance|execution)/"
                    + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:/.*)?");

    private final ActingUser actingUser;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Refusals refusals;

    ForeignCaseGuard(ActingUser actingUser, TaskService tasks, RuntimeService runtime, Refusals refusals) {
        this.actingUser = actingUser;
        this.tasks = tasks;
        this.runtime = runtime;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher part = PART_OF_A_CASE.matcher(Paths.of(request));
        if (part.matches() && !isVisible(request.getUserPrincipal().getName(), part.group(1), part.group(2))) {
            refusals.write(
                    response,
                    HttpStatus.NOT_FOUND,
                    "Задача или инцидент не найдены: работа завершена или адресована не вам");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isVisible(String user, String kind, String id) {
        try (ActingUser.Scope scope = actingUser.as(user)) {
            return switch (kind) {
                case "task" -> tasks.createTaskQuery().taskId(id).count() > 0;
                case "execution" ->
                    runtime.createExecutionQuery().executionId(id).count() > 0;
                default ->
                    runtime.createProcessInstanceQuery().processInstanceId(id).count() > 0;
            };
        }
    }
}
