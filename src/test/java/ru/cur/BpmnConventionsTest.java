package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagrams, decisions, forms and Java speak of the same things by the same names. */
class BpmnConventionsTest {
    private static final ProjectModels PROJECT = ProjectModels.read();

    private final BpmnConventions conventions = new BpmnConventions(PROJECT);

    @Test
    void theProjectHasDiagramsDecisionsAndForms() {
        assertThat(PROJECT.diagrams()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(PROJECT.decisions()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(PROJECT.forms()).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void fileNamesAreTheIdsInside() {
        assertThat(conventions.fileNamesAreTheIdsInside()).isEmpty();
    }

    @Test
    void elementIdsCarryTheirType() {
        assertThat(conventions.elementIdsCarryTheirType()).isEmpty();
    }

    @Test
    void flowIdsNameBothEnds() {
        assertThat(conventions.flowIdsNameBothEnds()).isEmpty();
    }

    @Test
    void messagesAndErrorsAreNamedAfterFacts() {
        assertThat(conventions.messagesAndErrorsAreNamedAfterFacts()).isEmpty();
    }

    @Test
    void everyNameIsThereAndRussian() {
        assertThat(conventions.everyNameIsThereAndRussian()).isEmpty();
    }

    @Test
    void everythingIsExplained() {
        assertThat(conventions.everythingIsExplained()).isEmpty();
    }

    @Test
    void everyAnswerOfAQuestionIsLabelledAndHasACondition() {
        assertThat(conventions.everyAnswerOfAQuestionIsLabelledAndHasACondition())
                .isEmpty();
    }

    @Test
    void historyIsKeptForWholeDays() {
        assertThat(conventions.historyIsKeptForWholeDays()).isEmpty();
    }

    @Test
    void messageStartsAndTimersContinueInAJob() {
        assertThat(conventions.messageStartsAndTimersContinueInAJob()).isEmpty();
    }

    @Test
    void whatLeavesTheHouseIsAJobWithRetries() {
        assertThat(conventions.whatLeavesTheHouseIsAJobWithRetries()).isEmpty();
    }

    @Test
    void whatIsCalledExists() {
        assertThat(conventions.whatIsCalledExists()).isEmpty();
    }

    @Test
    void everyServiceTaskCallsTheDelegateOfItsName() {
        assertThat(conventions.everyServiceTaskCallsTheDelegateOfItsName()).isEmpty();
    }

    @Test
    void everyDelegateIsDrawn() {
        assertThat(conventions.everyDelegateIsDrawn()).isEmpty();
    }

    @Test
    void everyUserTaskEndsWithTheListenerOfItsName() {
        assertThat(conventions.everyUserTaskEndsWithTheListenerOfItsName()).isEmpty();
    }

    @Test
    void everyListenerIsDrawn() {
        assertThat(conventions.everyListenerIsDrawn()).isEmpty();
    }

    @Test
    void everyContractClassSpeaksOfItsDiagram() {
        assertThat(conventions.everyContractClassSpeaksOfItsDiagram()).isEmpty();
    }

    @Test
    void everyVariableOfAContractClassIsDrawn() {
        assertThat(conventions.everyVariableOfAContractClassIsDrawn()).isEmpty();
    }

    @Test
    void everyVariableThatADiagramReadsIsDeclaredOrDrawn() {
        assertThat(conventions.everyVariableThatADiagramReadsIsDeclaredOrDrawn())
                .isEmpty();
    }

    @Test
    void everyInputOfADecisionIsDeclared() {
        assertThat(conventions.everyInputOfADecisionIsDeclared()).isEmpty();
    }

    @Test
    void gatewaysExpectAnswersThatJavaCanGive() {
        assertThat(conventions.gatewaysExpectAnswersThatJavaCanGive()).isEmpty();
    }

    @Test
    void diagramsFormsAndPackagesHaveTheSameFeatures() {
        assertThat(conventions.diagramsFormsAndPackagesHaveTheSameFeatures()).isEmpty();
    }

    @Test
    void elementTemplatesNameEveryDelegate() {
        assertThat(conventions.elementTemplatesNameEveryDelegate()).isEmpty();
    }

    @Test
    void everyUserTaskNamesWhoMayTakeItAndUntilWhen() {
        assertThat(conventions.everyUserTaskNamesWhoMayTakeItAndUntilWhen()).isEmpty();
    }

    @Test
    void everyUserTaskShowsTheFormOfItsName() {
        assertThat(conventions.everyUserTaskShowsTheFormOfItsName()).isEmpty();
    }

    @Test
    void everyFormIsShown() {
        assertThat(conventions.everyFormIsShown()).isEmpty();
    }

    @Test
    void formFieldsAreVariablesOfTheFeature() {
        assertThat(conventions.formFieldsAreVariablesOfTheFeature()).isEmpty();
    }

    @Test
    void formsShowOnlyWhatIsSupplied() {
        assertThat(conventions.formsShowOnlyWhatIsSupplied()).isEmpty();
    }

    @Test
    void formsOfferExactlyTheChoicesOfTheProgram() {
        assertThat(conventions.formsOfferExactlyTheChoicesOfTheProgram()).isEmpty();
    }

    @ParameterizedTest(name = "{1}: {3}")
    @MethodSource("breaches")
    void aRuleNoticesItsBreach(
            Function<BpmnConventions, List<String>> rule, String file, String before, String after, String complaint) {
        BpmnConventions broken = new BpmnConventions(PROJECT.with(file, before, after));

        assertThat(rule.apply(broken)).as("complaints about %s", after).anySatisfy(said -> assertThat(said)
                .contains(complaint));
    }

    static List<Arguments> breaches() {
        String handling = "bpmn/incident/incident-handling.bpmn";
        String reply = "bpmn/reply/reply-publication.bpmn";
        String triage = "forms/incident/triage-message.form";
        return List.of(
                breach(
                        BpmnConventions::fileNamesAreTheIdsInside,
                        handling,
                        "process id=\"incident-handling\"",
                        "process id=\"handling\"",
                        "[handling]"),
                breach(
                        BpmnConventions::fileNamesAreTheIdsInside,
                        "bpmn/sla/sla-terms.dmn",
                        "decision id=\"sla-terms\"",
                        "decision id=\"terms\"",
                        "[terms]"),
                breach(
                        BpmnConventions::fileNamesAreTheIdsInside,
                        triage,
                        "\"id\": \"triage-message\"",
                        "\"id\": \"Form_1abc\"",
                        "Form_1abc"),
                breach(
                        BpmnConventions::elementIdsCarryTheirType,
                        reply,
                        "endEvent_responseReturned",
                        "Event_0x1y2z",
                        "Event_0x1y2z"),
                breach(
                        BpmnConventions::elementIdsCarryTheirType,
                        reply,
                        "errorEvent_channelUnavailable",
                        "timerEvent_channelUnavailable",
                        "errorEvent_<camelCase>"),
                breach(
                        BpmnConventions::flowIdsNameBothEnds,
                        reply,
                        "flow_approvalOutcomeToResponseReturned",
                        "flow_returned",
                        "flow_returned"),
                breach(
                        BpmnConventions::messagesAndErrorsAreNamedAfterFacts,
                        handling,
                        "incident.registered",
                        "registerIncident",
                        "registerIncident"),
                breach(
                        BpmnConventions::messagesAndErrorsAreNamedAfterFacts,
                        reply,
                        "errorCode=\"channelUnavailable\"",
                        "errorCode=\"oops\"",
                        "oops"),
                breach(
                        BpmnConventions::everyNameIsThereAndRussian,
                        reply,
                        "name=\"Согласовать ответ\"",
                        "name=\"Approve\"",
                        "userTask_approveResponse"),
                breach(
                        BpmnConventions::everyNameIsThereAndRussian,
                        reply,
                        "name=\"Ответ согласован?\"",
                        "name=\"Согласование\"",
                        "asks no question"),
                breach(
                        BpmnConventions::everythingIsExplained,
                        reply,
                        "<bpmn:documentation>Канал отказал окончательно, повторять попытки бесполезно.</bpmn:documentation>",
                        "",
                        "errorEvent_channelUnavailable"),
                breach(
                        BpmnConventions::everyAnswerOfAQuestionIsLabelledAndHasACondition,
                        reply,
                        "id=\"flow_approvalOutcomeToPublishResponse\" name=\"Да\"",
                        "id=\"flow_approvalOutcomeToPublishResponse\"",
                        "has no label"),
                breach(BpmnConventions::historyIsKeptForWholeDays, reply, "P1095D", "P3Y", "P3Y"),
                breach(
                        BpmnConventions::historyIsKeptForWholeDays,
                        "bpmn/sla/sla-terms.dmn",
                        " camunda:historyTimeToLive=\"P1095D\"",
                        "",
                        "null"),
                breach(
                        BpmnConventions::messageStartsAndTimersContinueInAJob,
                        handling,
                        "name=\"Прошло 75 % срока\" camunda:asyncAfter=\"true\"",
                        "name=\"Прошло 75 % срока\"",
                        "timerEvent_slaWarning"),
                breach(
                        BpmnConventions::whatLeavesTheHouseIsAJobWithRetries,
                        reply,
                        " camunda:asyncBefore=\"true\"",
                        "",
                        "serviceTask_publishResponse"),
                breach(
                        BpmnConventions::whatIsCalledExists,
                        handling,
                        "calledElement=\"execution\"",
                        "calledElement=\"exekution\"",
                        "exekution"),
                breach(
                        BpmnConventions::whatIsCalledExists,
                        handling,
                        "decisionRef=\"sla-terms\"",
                        "decisionRef=\"terms\"",
                        "asks terms"),
                breach(
                        BpmnConventions::everyServiceTaskCallsTheDelegateOfItsName,
                        reply,
                        "#{publishResponseDelegate}",
                        "#{publishDelegate}",
                        "#{publishDelegate}"),
                breach(
                        BpmnConventions::everyDelegateIsDrawn,
                        reply,
                        "#{publishResponseDelegate}",
                        "#{publishDelegate}",
                        "#{publishResponseDelegate}"),
                breach(
                        BpmnConventions::everyUserTaskEndsWithTheListenerOfItsName,
                        reply,
                        "event=\"complete\"",
                        "event=\"create\"",
                        "userTask_approveResponse"),
                breach(
                        BpmnConventions::everyListenerIsDrawn,
                        reply,
                        "#{approveResponseListener}",
                        "#{approveListener}",
                        "#{approveResponseListener}"),
                breach(
                        BpmnConventions::everyVariableOfAContractClassIsDrawn,
                        triage,
                        "rejectReasonCode",
                        "reasonCode",
                        "rejectReasonCode"),
                breach(
                        BpmnConventions::everyVariableThatADiagramReadsIsDeclaredOrDrawn,
                        reply,
                        "${approvalDeadline}",
                        "${aprovalDeadline}",
                        "aprovalDeadline"),
                breach(
                        BpmnConventions::everyInputOfADecisionIsDeclared,
                        "bpmn/sla/sla-terms.dmn",
                        "<text>severity</text>",
                        "<text>urgency</text>",
                        "urgency"),
                breach(
                        BpmnConventions::gatewaysExpectAnswersThatJavaCanGive,
                        reply,
                        "approvalOutcome == 'APPROVE'",
                        "approvalOutcome == 'APPROVED'",
                        "APPROVED"),
                breach(
                        BpmnConventions::everyUserTaskNamesWhoMayTakeItAndUntilWhen,
                        reply,
                        "candidateGroups=\"curators\"",
                        "candidateGroups=\"curator\"",
                        "unknown group curator"),
                breach(
                        BpmnConventions::everyUserTaskNamesWhoMayTakeItAndUntilWhen,
                        reply,
                        " camunda:dueDate=\"${approvalDeadline}\"",
                        "",
                        "due date null"),
                breach(
                        BpmnConventions::everyUserTaskShowsTheFormOfItsName,
                        reply,
                        "formRef=\"approve-response\"",
                        "formRef=\"approve\"",
                        "approve.form"),
                breach(
                        BpmnConventions::everyUserTaskShowsTheFormOfItsName,
                        reply,
                        "formRefBinding=\"deployment\"",
                        "formRefBinding=\"latest\"",
                        "same deployment"),
                breach(
                        BpmnConventions::everyFormIsShown,
                        reply,
                        "formRef=\"approve-response\"",
                        "formRef=\"approve\"",
                        "approve-response.form"),
                breach(
                        BpmnConventions::formFieldsAreVariablesOfTheFeature,
                        triage,
                        "\"key\": \"rejectText\"",
                        "\"key\": \"comment\"",
                        "comment"),
                breach(
                        BpmnConventions::formFieldsAreVariablesOfTheFeature,
                        triage,
                        "categoryOptions",
                        "categories",
                        "categories"),
                breach(
                        BpmnConventions::formsShowOnlyWhatIsSupplied,
                        triage,
                        "{{contextMessage}}",
                        "{{message}}",
                        "supplies message"),
                breach(
                        BpmnConventions::formsOfferExactlyTheChoicesOfTheProgram,
                        triage,
                        "\"SPAM\"",
                        "\"JUNK\"",
                        "JUNK"));
    }

    private static Arguments breach(
            Function<BpmnConventions, List<String>> rule, String file, String before, String after, String complaint) {
        return Arguments.of(rule, file, before, after, complaint);
    }

    @Test
    void aFileMovedToAnotherFeatureBreaksTheRuleOfThree() {
        ProjectModels moved = PROJECT.renamed("forms/escalation/resolve-breach.form", "forms/sla/resolve-breach.form");

        assertThat(new BpmnConventions(moved).diagramsFormsAndPackagesHaveTheSameFeatures())
                .singleElement()
                .asString()
                .contains("forms/[incident, reply, sla]");
    }

    @Test
    void aContractClassWithoutItsDiagramIsNoticed() {
        ProjectModels renamed = PROJECT.renamed("bpmn/incident/execution.bpmn", "bpmn/incident/work.bpmn");

        assertThat(new BpmnConventions(renamed).everyContractClassSpeaksOfItsDiagram())
                .containsExactly("ExecutionProcess: there is no bpmn/incident/execution.bpmn");
    }
}
