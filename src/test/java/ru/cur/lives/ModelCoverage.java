package ru.cur.lives;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Compares what random people know with what is drawn and with what the forms offer. */
final class ModelCoverage {
    private final RepositoryService repository;

    ModelCoverage(RepositoryService repository) {
        this.repository = repository;
    }

    /** Ids of the human tasks of all diagrams, with the names of their forms. */
    Map<String, String> tasks() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(definition ->
                        repository
                                .getBpmnModelInstance(definition.getId())
                                .getModelElementsByType(UserTask.class)
                                .stream())
                .collect(Collectors.toMap(
                        UserTask::getId, UserTask::getCamundaFormRef, (one, same) -> one, TreeMap::new));
    }

    /** What a form offers for a field. */
    List<String> offered(String form, String field) {
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            Path file = forms.filter(path -> path.endsWith(form + ".form"))
                    .findFirst()
                    .orElseThrow();
            List<String> values = new ArrayList<>();
            new ObjectMapper()
                    .readTree(file.toFile()).findParents("key").stream()
                            .filter(component -> component.path("key").asText().equals(field))
                            .flatMap(component -> component.path("values").findValues("value").stream())
                            .map(JsonNode::asText)
                            .forEach(values::add);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
