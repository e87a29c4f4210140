package ru.cur.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagrams, decisions, forms and Java speak of the same things by the same names. */
class BpmnConventionsTest {
    private static final ProjectModels PROJECT = ProjectModels.read();

    @Test
    void theProjectHasDiagramsDecisionsAndForms() {
        assertThat(PROJECT.diagrams()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(PROJECT.decisions()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(PROJECT.forms()).hasSizeGreaterThanOrEqualTo(11);
    }

    @TestFactory
    Stream<DynamicTest> theProjectKeepsEveryRule() {
        return Stream.of(
                        new NamingRules(PROJECT),
                        new EngineRules(PROJECT),
                        new CodeRules(PROJECT),
                        new FormRules(PROJECT))
                .flatMap(rules -> rules.all().entrySet().stream())
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> assertThat(rule.getValue().get()).isEmpty()));
    }

    @ParameterizedTest(name = "{1}: {3}")
    @MethodSource("breaches")
    void aRuleNoticesItsBreach(
            Function<ProjectModels, List<String>> rule, String file, String before, String after, String complaint) {
        ProjectModels broken = PROJECT.with(file, before, after);

        assertThat(rule.apply(broken)).as("complaints about %s", after).anySatisfy(said -> assertThat(said)
                .contains(complaint));
    }

    static List<Arguments> breaches() {
        String handling = "bpmn/incident/incident-handling.bpmn";
        String reply = "bpmn/reply/reply-publication.bpmn";
        String triage = "forms/incident/triage-message.form";
        return List.of(
                breach(
                        project -> new NamingRules(project).fileNamesAreTheIdsInside(),
                        handling,
                        "process id=\"incident-handling\"",
                        "process id=\"handling\"",
                        "[handling]"),
                breach(
                        project -> new NamingRules(project).fileNamesAreTheIdsInside(),
                        "bpmn/sla/sla-terms.dmn",
                        "decision id=\"sla-terms\"",
                        "decision id=\"terms\"",
                        "[terms]"),
                breach(
                        project -> new NamingRules(project).fileNamesAreTheIdsInside(),
                        triage,
                        "\"id\": \"triage-message\"",
                        "\"id\": \"Form_1abc\"",
                        "Form_1abc"),
                breach(
                        project -> new NamingRules(project).elementIdsCarryTheirType(),
                        reply,
                        "endEvent_responseReturned",
                        "Event_0x1y2z",
                        "Event_0x1y2z"),
                breach(
                        project -> new NamingRules(project).elementIdsCarryTheirType(),
                        reply,
                        "errorEvent_channelUnavailable",
                        "timerEvent_channelUnavailable",
                        "errorEvent_<camelCase>"),
                breach(
                        project -> new NamingRules(project).flowIdsNameBothEnds(),
                        reply,
                        "flow_approvalOutcomeToResponseReturned",
                        "flow_returned",
                        "flow_returned"),
                breach(
                        project -> new NamingRules(project).messagesAndErrorsAreNamedAfterFacts(),
                        handling,
                        "incident.registered",
                        "registerIncident",
                        "registerIncident"),
                breach(
                        project -> new NamingRules(project).messagesAndErrorsAreNamedAfterFacts(),
                        reply,
                        "errorCode=\"channelUnavailable\"",
                        "errorCode=\"oops\"",
                        "oops"),
                breach(
                        project -> new NamingRules(project).everyNameIsThereAndRussian(),
                        reply,
                        "name=\"Согласовать ответ\"",
                        "name=\"Approve\"",
                        "userTask_approveResponse"),
                breach(
                        project -> new NamingRules(project).everyNameIsThereAndRussian(),
                        reply,
                        "name=\"Ответ согласован?\"",
                        "name=\"Согласование\"",
                        "asks no question"),
                breach(
                        project -> new NamingRules(project).everythingIsExplained(),
                        reply,
                        "<bpmn:documentation>Находит вице-губернатора, который отвечает за блок этой темы, или того, кто его замещает. Если никто не назван, ответ может согласовать любой вице-губернатор.</bpmn:documentation>",
                        "",
                        "serviceTask_askViceGovernor"),
                breach(
                        project -> new NamingRules(project).everyAnswerOfAQuestionIsLabelledAndHasACondition(),
                        reply,
                        "id=\"flow_approvalOutcomeToPersonalControl\" name=\"Да\"",
                        "id=\"flow_approvalOutcomeToPersonalControl\"",
                        "has no label"),
                breach(project -> new EngineRules(project).historyIsKeptForWholeDays(), reply, "P1095D", "P3Y", "P3Y"),
                breach(
                        project -> new EngineRules(project).historyIsKeptForWholeDays(),
                        "bpmn/sla/sla-terms.dmn",
                        " camunda:historyTimeToLive=\"P1095D\"",
                        "",
                        "null"),
                breach(
                        project -> new EngineRules(project).messageStartsAndTimersContinueInAJob(),
                        "bpmn/incident/promise-control.bpmn",
                        "name=\"Контрольный срок прошёл\" camunda:asyncAfter=\"true\"",
                        "name=\"Контрольный срок прошёл\"",
                        "timerEvent_controlDatePassed"),
                breach(
                        project -> new EngineRules(project).whatLeavesTheHouseIsAJobWithRetries(),
                        reply,
                        " camunda:asyncBefore=\"true\"",
                        "",
                        "serviceTask_publishResponse"),
                breach(
                        project -> new EngineRules(project).whatLeavesTheHouseIsAJobWithRetries(),
                        reply,
                        "PT1M,PT5M,PT15M,PT1H,PT3H",
                        "PT1M,PT15M,PT5M",
                        "serviceTask_publishResponse"),
                breach(
                        project -> new EngineRules(project).whatIsCalledExists(),
                        handling,
                        "calledElement=\"execution\"",
                        "calledElement=\"exekution\"",
                        "exekution"),
                breach(
                        project -> new EngineRules(project).whatIsCalledExists(),
                        handling,
                        "decisionRef=\"sla-terms\"",
                        "decisionRef=\"terms\"",
                        "asks terms"),
                breach(
                        project -> new CodeRules(project).everyServiceTaskCallsTheDelegateOfItsName(),
                        reply,
                        "#{publishResponseDelegate}",
                        "#{publishDelegate}",
                        "#{publishDelegate}"),
                breach(
                        project -> new CodeRules(project).everyDelegateIsDrawn(),
                        reply,
                        "#{publishResponseDelegate}",
                        "#{publishDelegate}",
                        "#{publishResponseDelegate}"),
                breach(
                        project -> new CodeRules(project).everyUserTaskEndsWithTheListenerOfItsName(),
                        reply,
                        "event=\"complete\"",
                        "event=\"create\"",
                        "userTask_approveResponse"),
                breach(
                        project -> new CodeRules(project).everyListenerIsDrawn(),
                        reply,
                        "#{approveResponseListener}",
                        "#{approveListener}",
                        "#{approveResponseListener}"),
                breach(
                        project -> new CodeRules(project).everyVariableOfAContractClassIsDrawn(),
                        triage,
                        "rejectReasonCode",
                        "reasonCode",
                        "rejectReasonCode"),
                breach(
                        project -> new CodeRules(project).everyVariableThatADiagramReadsIsDeclaredOrDrawn(),
                        reply,
                        "${approvalOutcome == 'APPROVE'}",
                        "${aprovalOutcome == 'APPROVE'}",
                        "aprovalOutcome"),
                breach(
                        project -> new CodeRules(project).everyInputOfADecisionIsDeclared(),
                        "bpmn/sla/sla-terms.dmn",
                        "<text>severity</text>",
                        "<text>urgency</text>",
                        "urgency"),
                breach(
                        project -> new CodeRules(project).gatewaysExpectAnswersThatJavaCanGive(),
                        reply,
                        "approvalOutcome == 'APPROVE'",
                        "approvalOutcome == 'APPROVED'",
                        "APPROVED"),
                breach(
                        project -> new FormRules(project).everyUserTaskNamesWhoMayTakeItAndUntilWhen(),
                        reply,
                        "candidateGroups=\"curators\"",
                        "candidateGroups=\"curator\"",
                        "unknown group curator"),
                breach(
                        project -> new FormRules(project).everyUserTaskNamesWhoMayTakeItAndUntilWhen(),
                        reply,
                        " camunda:dueDate=\"#{clockDates.due(incidentNumber, 'APPROVAL')}\"",
                        "",
                        "due date null"),
                breach(
                        project -> new FormRules(project).everyUserTaskShowsTheFormOfItsName(),
                        reply,
                        "formRef=\"approve-response\"",
                        "formRef=\"approve\"",
                        "approve.form"),
                breach(
                        project -> new FormRules(project).everyUserTaskShowsTheFormOfItsName(),
                        reply,
                        "formRefBinding=\"deployment\"",
                        "formRefBinding=\"latest\"",
                        "same deployment"),
                breach(
                        project -> new FormRules(project).everyFormIsShown(),
                        reply,
                        "formRef=\"approve-response\"",
                        "formRef=\"approve\"",
                        "approve-response.form"),
                breach(
                        project -> new FormRules(project).formFieldsAreVariablesOfTheFeature(),
                        triage,
                        "\"key\": \"rejectText\"",
                        "\"key\": \"comment\"",
                        "comment"),
                breach(
                        project -> new FormRules(project).formFieldsAreVariablesOfTheFeature(),
                        triage,
                        "categoryOptions",
                        "categories",
                        "categories"),
                breach(
                        project -> new FormRules(project).formsShowOnlyWhatIsSupplied(),
                        triage,
                        "{{contextMessage}}",
                        "{{message}}",
                        "supplies message"),
                breach(
                        project -> new FormRules(project).formsOfferExactlyTheChoicesOfTheProgram(),
                        triage,
                        "\"SPAM\"",
                        "\"JUNK\"",
                        "JUNK"));
    }

    private static Arguments breach(
            Function<ProjectModels, List<String>> rule, String file, String before, String after, String complaint) {
        return Arguments.of(rule, file, before, after, complaint);
    }

    @Test
    void aFileMovedToAnotherFeatureBreaksTheRuleOfThree() {
        ProjectModels moved = PROJECT.renamed("forms/reply/approve-response.form", "forms/sla/approve-response.form")
                .renamed("forms/reply/approve-by-vice-governor.form", "forms/sla/approve-by-vice-governor.form")
                .renamed("forms/reply/publish-manually.form", "forms/sla/publish-manually.form");

        assertThat(new CodeRules(moved).diagramsFormsAndPackagesHaveTheSameFeatures())
                .singleElement()
                .asString()
                .contains("forms/[escalation, incident, sla]");
    }

    @Test
    void aContractClassWithoutItsDiagramIsNoticed() {
        ProjectModels renamed = PROJECT.renamed("bpmn/incident/execution.bpmn", "bpmn/incident/work.bpmn");

        assertThat(new CodeRules(renamed).everyContractClassSpeaksOfItsDiagram())
                .containsExactly("ExecutionProcess: there is no bpmn/incident/execution.bpmn");
    }
}
