package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** After all other tests: together they have been at every flow node of every diagram. The report stays in the folder. */
class DiagramCoverageIT {
    private static final Path REPORT = DiagramWalks.FOLDER.resolve("report.md");

    @Test
    @DisplayName("Каждый узел каждой диаграммы пройден тестами; отчёт – в target/diagram-coverage/report.md")
    void everyFlowNodeOfEveryDiagramIsWalked() throws IOException {
        Set<String> walked = walked();
        Map<String, Set<String>> drawn = drawn();
        assertThat(drawn).hasSizeGreaterThan(15);
        List<String> report =
                new ArrayList<>(List.of("| Diagram | Flow nodes | Walked | Missing |", "|---|---|---|---|"));
        Set<String> missing = new TreeSet<>();
        drawn.forEach((process, nodes) -> {
            Set<String> left = nodes.stream()
                    .map(node -> process + "#" + node)
                    .filter(node -> !walked.contains(node))
                    .collect(Collectors.toCollection(TreeSet::new));
            missing.addAll(left);
            report.add("| %s | %d | %d | %s |"
                    .formatted(process, nodes.size(), nodes.size() - left.size(), String.join(", ", left)));
        });
        Files.write(REPORT, report);
        assertThat(missing).as("flow nodes that no test has walked").isEmpty();
    }

    private static Set<String> walked() throws IOException {
        Set<String> walked = new HashSet<>();
        try (Stream<Path> files = Files.list(DiagramWalks.FOLDER)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".walked")).toList()) {
                walked.addAll(Files.readAllLines(file));
            }
        }
        return walked;
    }

    /** Ids of flow nodes by id of their process. */
    private static Map<String, Set<String>> drawn() throws IOException {
        Map<String, Set<String>> drawn = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".bpmn")).toList()) {
                BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
                Process process =
                        model.getModelElementsByType(Process.class).iterator().next();
                drawn.put(
                        process.getId(),
                        model.getModelElementsByType(FlowNode.class).stream()
                                .map(FlowNode::getId)
                                .collect(Collectors.toSet()));
            }
        }
        return drawn;
    }
}
