package ru.cur.modeling;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;
import ru.cur.platform.MovedInstances;

/**
 * How the steps of an earlier diagram become those of a later one: by their ids, wherever they are drawn, and by the renames
 * that a feature declares. Timers keep their dates; one that the engine can't carry over, because it is drawn at another
 * element now, is made anew and asks the clocks.
 */
@Component
class MovePlans {
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final List<MovedInstances> features;

    MovePlans(RuntimeService runtime, RepositoryService repository, List<MovedInstances> features) {
        this.runtime = runtime;
        this.repository = repository;
        this.features = features;
    }

    MovePlan of(ProcessDefinition earlier, ProcessDefinition latest) {
        Map<String, String> steps = new TreeMap<>(sameId(earlier, latest));
        equalSteps(earlier, latest).forEach(step -> steps.put(step.getSourceActivityId(), step.getTargetActivityId()));
        while (true) {
            try {
                return new MovePlan(earlier, latest, build(earlier, latest, steps));
            } catch (MigrationPlanValidationException e) {
                drop(steps, e);
            }
        }
    }

    private List<MigrationInstruction> equalSteps(ProcessDefinition earlier, ProcessDefinition latest) {
        try {
            return runtime.createMigrationPlan(earlier.getId(), latest.getId())
                    .mapEqualActivities()
                    .build()
                    .getInstructions();
        } catch (MigrationPlanValidationException e) {
            return e.getValidationReport().getMigrationPlan().getInstructions();
        }
    }

    /** The engine itself looks for a step only where it was: not in a subprocess that has been drawn around it. */
    private Map<String, String> sameId(ProcessDefinition earlier, ProcessDefinition latest) {
        Set<String> now = ids(latest);
        Map<String, String> renamed = features.stream()
                .filter(feature -> feature.process().equals(earlier.getKey()))
                .flatMap(feature -> feature.renamed().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ids(earlier).stream()
                .filter(id -> now.contains(renamed.getOrDefault(id, id)))
                .collect(Collectors.toMap(id -> id, id -> renamed.getOrDefault(id, id)));
    }

    private Set<String> ids(ProcessDefinition definition) {
        BpmnModelInstance diagram = repository.getBpmnModelInstance(definition.getId());
        return diagram.getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .collect(Collectors.toSet());
    }

    private MigrationPlan build(ProcessDefinition earlier, ProcessDefinition latest, Map<String, String> steps) {
        MigrationPlanBuilder plan = runtime.createMigrationPlan(earlier.getId(), latest.getId());
        steps.forEach(plan::mapActivities);
        return plan.build();
    }

    /** Without the steps that the engine refuses, the others are tried again: an instance that waits at such a step stays. */
    private static void drop(Map<String, String> steps, MigrationPlanValidationException refusal) {
        boolean dropped = steps.keySet()
                .removeAll(refusal.getValidationReport().getInstructionReports().stream()
                        .map(report -> report.getMigrationInstruction().getSourceActivityId())
                        .collect(Collectors.toSet()));
        if (!dropped) {
            throw refusal;
        }
    }
}
