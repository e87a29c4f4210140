package ru.cur.conventions;

import static ru.cur.conventions.ProjectModels.feature;
import static ru.cur.conventions.ProjectModels.stem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What things are called, and that people can read it. */
final class NamingRules extends Rules {
    NamingRules(ProjectModels project) {
        super(project);
    }

    List<String> fileNamesAreTheIdsInside() {
        return complaints(complain -> {
            project.diagrams().forEach((file, model) -> {
                List<String> ids = ids(model, Process.class);
                complain.unless(ids.equals(List.of(stem(file))), file, "holds the processes " + ids);
                model.getModelElementsByType(Process.class)
                        .forEach(process -> complain.unless(process.isExecutable(), file, "is not executable"));
            });
            project.decisions().forEach((file, model) -> {
                List<String> ids = ids(model, Decision.class);
                complain.unless(ids.equals(List.of(stem(file))), file, "holds the decisions " + ids);
            });
            project.forms().forEach((file, form) -> {
                String id = form.path("id").asText();
                complain.unless(id.equals(stem(file)), file, "holds the form " + id);
            });
            project.texts()
                    .keySet()
                    .forEach(file -> complain.unless(
                            stem(file).matches("[a-z]+(-[a-z]+)*"), file, "is not named in kebab case"));
        });
    }

    List<String> elementIdsCarryTheirType() {
        return complaints(complain -> elements(FlowElement.class, (file, element) -> {
            String type = typePrefix(element);
            complain.unless(
                    element.getId().matches(type + "_[a-z][a-zA-Z0-9]*"),
                    file,
                    element.getId() + " should be named " + type + "_<camelCase>");
        }));
    }

    List<String> flowIdsNameBothEnds() {
        return complaints(complain -> elements(SequenceFlow.class, (file, flow) -> {
            String to = suffix(flow.getTarget());
            String expected =
                    "flow_" + suffix(flow.getSource()) + "To" + Character.toUpperCase(to.charAt(0)) + to.substring(1);
            complain.unless(flow.getId().equals(expected), file, flow.getId() + " should be " + expected);
        }));
    }

    List<String> messagesAndErrorsAreNamedAfterFacts() {
        return complaints(complain -> {
            elements(Message.class, (file, message) -> {
                // Of any feature: one may start what another draws.
                String feature = String.valueOf(message.getName()).replaceAll("\\..*", "");
                Set<String> known = ProcessCode.words(feature);
                complain.unless(
                        ProcessCode.features().contains(feature)
                                && message.getName().matches(feature + "\\.[a-z][a-zA-Z]*"),
                        file,
                        "message name " + message.getName() + " is not <feature>.<pastEvent>");
                complain.unless(
                        known.contains(message.getName()),
                        file,
                        "no contract class knows message " + message.getName());
                complain.unless(
                        message.getId().matches("Message_[a-z]\\w*"),
                        file,
                        message.getId() + " should be Message_<event>");
            });
            elements(Error.class, (file, error) -> {
                Set<String> known = ProcessCode.words(feature(file));
                complain.unless(
                        known.contains(error.getErrorCode()),
                        file,
                        "no contract class knows error " + error.getErrorCode());
                complain.unless(
                        error.getId().equals("Error_" + error.getErrorCode()),
                        file,
                        error.getId() + " should be Error_" + error.getErrorCode());
            });
            elements(
                    MessageEventDefinition.class,
                    (file, event) ->
                            complain.unless(event.getMessage() != null, file, event.getId() + " refers to no message"));
            elements(
                    ErrorEventDefinition.class,
                    (file, event) ->
                            complain.unless(event.getError() != null, file, event.getId() + " refers to no error"));
        });
    }

    List<String> everyNameIsThereAndRussian() {
        return complaints(complain -> {
            elements(
                    Process.class, (file, process) -> complain.unlessRussian(process.getName(), file, process.getId()));
            elements(FlowNode.class, (file, node) -> {
                if (!(node instanceof Gateway) || asksAQuestion(node)) {
                    complain.unlessRussian(node.getName(), file, node.getId());
                }
            });
            elements(SequenceFlow.class, (file, flow) -> {
                if (flow.getName() != null) {
                    complain.unlessRussian(flow.getName(), file, flow.getId());
                }
            });
            elements(
                    ExclusiveGateway.class,
                    (file, gateway) -> complain.unless(
                            !asksAQuestion(gateway)
                                    || String.valueOf(gateway.getName()).endsWith("?"),
                            file,
                            gateway.getId() + " asks no question: " + gateway.getName()));
            decisions(
                    Decision.class,
                    (file, decision) -> complain.unlessRussian(decision.getName(), file, decision.getId()));
            decisions(Input.class, (file, input) -> complain.unlessRussian(input.getLabel(), file, input.getId()));
            decisions(Output.class, (file, output) -> complain.unlessRussian(output.getLabel(), file, output.getId()));
            fields((file, field) -> {
                complain.unlessRussian(label(field), file, field.path("key").asText());
                field.path("values")
                        .forEach(value -> complain.unlessRussian(
                                value.path("label").asText(),
                                file,
                                value.path("value").asText()));
            });
        });
    }

    List<String> everythingIsExplained() {
        return complaints(complain -> {
            elements(Process.class, (file, process) -> complain.unlessExplained(process, file));
            elements(Activity.class, (file, activity) -> complain.unlessExplained(activity, file));
            elements(BoundaryEvent.class, (file, event) -> complain.unlessExplained(event, file));
            decisions(
                    Decision.class,
                    (file, decision) -> complain.unless(
                            decision.getDescription() != null, file, decision.getId() + " has no description"));
            decisions(
                    Rule.class,
                    (file, rule) ->
                            complain.unless(rule.getDescription() != null, file, rule.getId() + " has no description"));
        });
    }

    List<String> everyAnswerOfAQuestionIsLabelledAndHasACondition() {
        return complaints(complain -> {
            elements(FlowNode.class, (file, node) -> {
                if (node instanceof ExclusiveGateway gateway && asksAQuestion(gateway)) {
                    gateway.getOutgoing().forEach(flow -> {
                        complain.unless(flow.getName() != null, file, flow.getId() + " has no label");
                        complain.unless(
                                flow.getConditionExpression() != null || flow.equals(gateway.getDefault()),
                                file,
                                flow.getId() + " has no condition and is not the default");
                    });
                }
            });
            elements(
                    SequenceFlow.class,
                    (file, flow) -> complain.unless(
                            flow.getConditionExpression() == null || flow.getName() != null,
                            file,
                            flow.getId() + " has no label"));
        });
    }

    private static String label(JsonNode field) {
        return field.path(field.path("type").asText().equals("datetime") ? "dateLabel" : "label")
                .asText();
    }

    private static String typePrefix(FlowElement element) {
        if (element instanceof SequenceFlow) {
            return "flow";
        }
        if (element instanceof ExclusiveGateway) {
            return "gateway";
        }
        String type = element.getElementType().getTypeName();
        String kind = element instanceof Event event ? kind(event) : "";
        if (kind.isEmpty()) {
            return type;
        }
        return element instanceof BoundaryEvent || type.startsWith("intermediate")
                ? kind + "Event"
                : kind + Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    /** {@code timer}, {@code message}, {@code error} and so on; empty for a plain event. */
    private static String kind(Event event) {
        return event.getChildElementsByType(EventDefinition.class).stream()
                .map(definition -> definition.getElementType().getTypeName().replace("EventDefinition", ""))
                .findFirst()
                .orElse("");
    }

    private static boolean asksAQuestion(FlowNode node) {
        return node instanceof ExclusiveGateway && node.getOutgoing().size() > 1;
    }

    private static <E extends ModelElementInstance> List<String> ids(ModelInstance model, Class<E> type) {
        return model.getModelElementsByType(type).stream()
                .map(element -> element.getAttributeValue("id"))
                .toList();
    }
}
