package ru.cur.workplace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import ru.cur.platform.engine.OwnSentence;

/**
 * Stands between the engine's REST resources and the forms of Tasklist. On the way to a form it adds the case
 * ({@link FormContext}); when a person's step is refused it leaves of the engine's error only the sentence meant for the person,
 * says that somebody else has done the step ({@link FinishedTask}), or that the program has failed.
 * Whether the person may see the task, the engine has decided before: only its own 200 is added to.
 */
@Component
@Order(TaskFormFilter.AFTER_SECURITY)
class TaskFormFilter extends OncePerRequestFilter {
    static final int AFTER_SECURITY = 10;

    private static final Pattern VARIABLES =
            Pattern.compile("/(?:engine-rest|camunda/api)/.*task/[^/]+/form-variables");
    /** What a person does with a task or to start a process: its listeners may refuse. */
    private static final Pattern ACT = Pattern.compile("/(?:engine-rest|camunda/api)(?:/.*)?/"
            + "(?:task/[^/]+(?:/[^/]+)?|process-definition/.+/(?:submit-form|start))");

    private static final String FAILED =
            "Программа не смогла выполнить шаг. Ничего не изменилось, введённое осталось в форме:"
                    + " повторите, а если не поможет, сообщите администратору. Техническая причина: ";

    private final FormContext context;
    private final FinishedTask finishedTask;
    private final ObjectMapper json;

    TaskFormFilter(FormContext context, FinishedTask finishedTask, ObjectMapper json) {
        this.context = context;
        this.finishedTask = finishedTask;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? !isVariables(request)
                : !ACT.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        Optional<ObjectNode> body = read(answer);
        if (body.isPresent() && answer.getStatus() == HttpStatus.OK.value() && isVariables(request)) {
            addCase(body.get());
            replace(answer, body.get());
        } else if (body.isPresent() && answer.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            clarify(request, answer, body.get());
        }
        answer.copyBodyToResponse();
    }

    private static boolean isVariables(HttpServletRequest request) {
        return VARIABLES.matcher(request.getRequestURI()).matches();
    }

    private Optional<ObjectNode> read(ContentCachingResponseWrapper answer) throws IOException {
        if (answer.getContentType() == null || !answer.getContentType().contains("json")) {
            return Optional.empty();
        }
        JsonNode tree = json.readTree(answer.getContentAsByteArray());
        return tree instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    private void addCase(ObjectNode variables) {
        String number = variables.path("incidentNumber").path("value").asText("");
        if (number.isEmpty()) {
            return;
        }
        JsonNode version = variables.path("messageVersion").path("value");
        JsonNode request = variables.path("requestId").path("value");
        FormContext.Shown shown = new FormContext.Shown(
                version.isNumber() ? version.intValue() : null, request.isIntegralNumber() ? request.asLong() : null);
        context.of(number, shown).forEach((name, value) -> {
            if (value instanceof String text) {
                put(variables, name, "String", text);
            } else if (value != null) {
                put(variables, name, "Json", write(value));
            }
        });
    }

    private static void put(ObjectNode variables, String name, String type, String value) {
        ObjectNode variable = variables.putObject(name);
        variable.put("type", type);
        variable.put("value", value);
        variable.putObject("valueInfo");
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void clarify(HttpServletRequest request, ContentCachingResponseWrapper answer, ObjectNode error)
            throws IOException {
        // Whoever is a moment late is refused for what the other one has just done: that says less.
        Optional<String> finished = finishedTask.explain(request.getRequestURI());
        if (finished.isPresent()) {
            refuse(answer, error, HttpStatus.CONFLICT, finished.get());
            return;
        }
        Optional<String> own = OwnSentence.in(error.path("message").asText(""));
        if (own.isPresent()) {
            refuse(answer, error, HttpStatus.BAD_REQUEST, own.get());
        } else if (answer.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            refuse(
                    answer,
                    error,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    FAILED + error.path("message").asText(""));
        }
    }

    private void refuse(ContentCachingResponseWrapper answer, ObjectNode error, HttpStatus status, String sentence)
            throws IOException {
        error.put("message", sentence);
        answer.setStatus(status.value());
        replace(answer, error);
    }

    private void replace(ContentCachingResponseWrapper answer, ObjectNode body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        answer.resetBuffer();
        answer.setContentLength(bytes.length);
        answer.getOutputStream().write(bytes);
    }
}
