package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs last: all tests of this JVM together have been at every flow node of every diagram. */
@CurTest
@Order(Integer.MAX_VALUE)
class DiagramCoverageTest {
    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyFlowNodeOfEveryDiagramIsWalked() {
        Set<String> drawn = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(definition ->
                        repository
                                .getBpmnModelInstance(definition.getId())
                                .getModelElementsByType(FlowNode.class)
                                .stream()
                                .map(node -> definition.getKey() + "#" + node.getId()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> walked = jdbc.sql("select distinct proc_def_key_ || '#' || act_id_ from act_hi_actinst")
                .query(String.class)
                .set();
        drawn.removeAll(walked);
        assertThat(drawn).as("flow nodes that no test has walked").isEmpty();
    }
}
