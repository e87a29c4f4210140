package ru.cur.modeling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import ru.cur.platform.MoveRefusal;

/** Says in Russian why an instance could not be moved. */
@Component
class WhyUnmoved {
    private static final String BODY_OF_MANY = "#multiInstanceBody";

    /** The engine's words for a step that {@link MovePlans} could not find again. */
    private static final String NO_INSTRUCTION = "There is no migration instruction for this instance's activity";

    private final RepositoryService repository;

    WhyUnmoved(RepositoryService repository) {
        this.repository = repository;
    }

    String of(RuntimeException refusal, MovePlan plan) {
        if (refusal instanceof MigratingProcessInstanceValidationException invalid) {
            return steps(invalid.getValidationReport(), plan);
        }
        if (refusal instanceof MoveRefusal) {
            return refusal.getMessage();
        }
        if (refusal instanceof OptimisticLockingException) {
            return "с ним как раз работают; перенос повторится при следующем запуске";
        }
        return "ошибка при переносе: " + refusal.getMessage();
    }

    private String steps(MigratingProcessInstanceValidationReport report, MovePlan plan) {
        BpmnModelInstance earlier =
                repository.getBpmnModelInstance(plan.earlier().getId());
        BpmnModelInstance latest = repository.getBpmnModelInstance(plan.latest().getId());
        Stream<String> waiting = report.getActivityInstanceReports().stream()
                .map(step -> sentence(step.getSourceScopeId(), step.getFailures(), earlier, latest));
        Stream<String> jobs = report.getTransitionInstanceReports().stream()
                .map(step -> sentence(step.getSourceScopeId(), step.getFailures(), earlier, latest));
        return Stream.of(waiting, jobs, report.getFailures().stream())
                .flatMap(sentences -> sentences)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String sentence(
            String scope, List<String> failures, BpmnModelInstance earlier, BpmnModelInstance latest) {
        String id = scope.replace(BODY_OF_MANY, "");
        String name = Optional.ofNullable(earlier.<FlowElement>getModelElementById(id))
                .map(FlowElement::getName)
                .map(label -> "«%s» (%s)".formatted(label, id))
                .orElse(id);
        if (latest.getModelElementById(id) == null) {
            return "стоит на шаге " + name + ", которого в новой диаграмме нет";
        }
        return failures.contains(NO_INSTRUCTION)
                ? "стоит на шаге " + name + ", который в новой диаграмме устроен иначе"
                : "стоит на шаге %s, который в новой диаграмме устроен иначе: %s"
                        .formatted(name, String.join(", ", failures));
    }
}
