package ru.cur.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Diagrams of an earlier release, with their forms. While they are deployed they are the latest version, so that new cases run on
 * them; moved are their instances to the version of the class path, as if that had come later.
 */
final class EarlierDiagrams implements AutoCloseable {
    private final RepositoryService repository;
    private final Map<String, ProcessDefinition> today;
    private final Deployment deployment;

    private EarlierDiagrams(RepositoryService repository, Map<String, ProcessDefinition> today, Deployment deployment) {
        this.repository = repository;
        this.today = today;
        this.deployment = deployment;
    }

    static EarlierDiagrams deploy(RepositoryService repository, Path folder) throws IOException {
        Map<String, ProcessDefinition> today = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, Function.identity()));
        DeploymentBuilder deployment = repository.createDeployment().name(folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                deployment.addString(file.getFileName().toString(), Files.readString(file));
            }
        }
        return new EarlierDiagrams(repository, today, deployment.deploy());
    }

    /** The start of a release with today's diagrams. @return how many instances have been moved */
    int move(InstanceMoves moves) throws InterruptedException {
        int moved = 0;
        for (ProcessDefinition earlier : definitions()) {
            moved += moves.move(earlier, today.get(earlier.getKey()));
        }
        return moved;
    }

    List<ProcessDefinition> definitions() {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .list();
    }

    /** Ids of all elements at which an instance can wait. */
    Set<String> waits() {
        return definitions().stream()
                .flatMap(definition ->
                        repository
                                .getBpmnModelInstance(definition.getId())
                                .getModelElementsByType(FlowNode.class)
                                .stream())
                .filter(EarlierDiagrams::waits)
                .map(FlowNode::getId)
                .collect(Collectors.toSet());
    }

    private static boolean waits(FlowNode step) {
        if (step instanceof EventBasedGateway) {
            // What waits are the events behind it.
            return false;
        }
        return step instanceof UserTask
                || step instanceof CallActivity
                || step.isCamundaAsyncBefore()
                || step.isCamundaAsyncAfter()
                || isWaitedFor(step);
    }

    private static boolean isWaitedFor(FlowNode step) {
        return step instanceof CatchEvent event
                && !(step instanceof StartEvent)
                && event.getEventDefinitions().stream().noneMatch(ErrorEventDefinition.class::isInstance);
    }

    /** Today's diagrams are the latest again; instances that are still on these end. */
    @Override
    public void close() {
        repository.deleteDeployment(deployment.getId(), true);
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .as("latest definitions")
                .extracting(ProcessDefinition::getId)
                .containsExactlyInAnyOrderElementsOf(
                        today.values().stream().map(ProcessDefinition::getId).toList());
    }
}
