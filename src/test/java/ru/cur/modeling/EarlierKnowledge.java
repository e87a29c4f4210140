package ru.cur.modeling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the program of before-life told its instances; today's, which walks them in tests, tells them more. */
final class EarlierKnowledge {
    private static final Map<String, Set<String>> VARIABLES = Map.of(
            "incident-handling",
            words(
                    "incidentNumber severity legalRegime categoryCode categoryName municipalityCode municipalityName bodyId"
                            + " bodyName executorId categoryPriority categoryFirstAnswerTerm categorySolutionTerm dangerToLife"
                            + " triageOutcome triageTerm acceptanceTerm firstAnswerTerm approvalTerm publicationTerm solutionTerm"
                            + " legalTerm termsVersion answerClock emergencyDeadline routing bodyFound answerReady reworkRequired"
                            + " promiseGiven promiseKept executionOutcome replyOutcome rejectReasonCode emergencyService clockKind"),
            "execution",
            words("incidentNumber severity categoryName municipalityName bodyId bodyName executorId reworkRequired"
                    + " answerClock triageTerm termsVersion acceptanceOutcome returnReasonCode suggestedBodyId"
                    + " executionOutcome promiseGiven clockKind"),
            "reply-publication",
            words(
                    "incidentNumber severity categoryName municipalityName bodyId bodyName approvalTerm publicationTerm"
                            + " termsVersion promiseGiven approvalOutcome reworkReasonCode reworkRequired replyOutcome clockKind"),
            "promise-control",
            words("incidentNumber severity categoryName municipalityName bodyId bodyName executorId promiseGiven"
                    + " promiseKept answerReady clockKind"));

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    EarlierKnowledge(RuntimeService runtime, RepositoryService repository, JdbcClient jdbc) {
        this.runtime = runtime;
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** The instances know what they would have known then. */
    void forgetTheRest(String number, List<ProcessInstance> instances) {
        instances.forEach(this::forgetVariables);
        for (String table :
                List.of("sla_clock_event where clock_id in (select id from", "sla_clock where id in (select id from")) {
            jdbc.sql("delete from " + table + " sla_clock where incident_number = :number and kind = 'EMERGENCY')")
                    .param("number", number)
                    .update();
        }
    }

    private void forgetVariables(ProcessInstance instance) {
        String process = repository
                .getProcessDefinition(instance.getProcessDefinitionId())
                .getKey();
        Set<String> known = VARIABLES.get(process);
        if (known == null) {
            return;
        }
        runtime.createVariableInstanceQuery().processInstanceIdIn(instance.getId()).list().stream()
                .filter(variable -> !known.contains(variable.getName()))
                .collect(groupingBy(VariableInstance::getExecutionId, mapping(VariableInstance::getName, toSet())))
                .forEach(runtime::removeVariablesLocal);
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
