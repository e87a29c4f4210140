package ru.cur;

import static ru.cur.ProjectModels.feature;
import static ru.cur.ProjectModels.stem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
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
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The rules for diagrams, decisions and forms. Each answers with complaints, one sentence per place; none is good. */
final class BpmnConventions {
    static final Set<String> GROUPS = Set.of("operators", "curators", "heads", "executors", "bodyHeads", "${bodyId}");

    private static final Pattern CAMUNDA_DAYS = Pattern.compile("P[1-9]\\d*D");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern COMPARISON = Pattern.compile("(\\w+) == '(\\w+)'");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^}]*)}}");
    private static final Pattern IDENTIFIER = Pattern.compile("(?<![.\\w#])[a-z]\\w*");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    /** Words of the expression languages, not names of variables. */
    private static final Set<String> KEYWORDS = Set.of(
            "if", "then", "else", "and", "or", "not", "true", "false", "null", "starts", "with", "replace", "loop");

    private final ProjectModels project;

    BpmnConventions(ProjectModels project) {
        this.project = project;
    }

    // Names and ids

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
                Set<String> known = ProcessCode.words(feature(file));
                complain.unless(
                        String.valueOf(message.getName()).matches(feature(file) + "\\.[a-z][a-zA-Z]*"),
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

    // History, jobs and references

    List<String> historyIsKeptForWholeDays() {
        return complaints(complain -> {
            elements(
                    Process.class,
                    (file, process) -> complain.unless(
                            isDays(process.getCamundaHistoryTimeToLiveString()),
                            file,
                            "history time to live is " + process.getCamundaHistoryTimeToLiveString()));
            decisions(
                    Decision.class,
                    (file, decision) -> complain.unless(
                            isDays(decision.getCamundaHistoryTimeToLiveString()),
                            file,
                            "history time to live is " + decision.getCamundaHistoryTimeToLiveString()));
        });
    }

    /** A message from outside is committed before it is worked on; a timer's consequences have their own job. */
    List<String> messageStartsAndTimersContinueInAJob() {
        return complaints(complain -> elements(CatchEvent.class, (file, event) -> {
            boolean messageStart = event instanceof StartEvent && defines(event, MessageEventDefinition.class);
            boolean boundaryTimer = event instanceof BoundaryEvent && defines(event, TimerEventDefinition.class);
            complain.unless(
                    !(messageStart || boundaryTimer) || event.isCamundaAsyncAfter(),
                    file,
                    event.getId() + " is not asyncAfter");
        }));
    }

    /** What leaves the house can be refused there, so it has an error event; it is tried again and holds no other step back. */
    List<String> whatLeavesTheHouseIsAJobWithRetries() {
        return complaints(complain -> {
            elements(BoundaryEvent.class, (file, event) -> {
                if (defines(event, ErrorEventDefinition.class) && event.getAttachedTo() instanceof ServiceTask task) {
                    complain.unless(task.isCamundaAsyncBefore(), file, task.getId() + " is not asyncBefore");
                }
            });
            elements(
                    ServiceTask.class,
                    (file, task) -> complain.unless(
                            task.isCamundaAsyncBefore() == retries(task).equals("PT1M,PT10M,PT1H"),
                            file,
                            task.getId() + ": asyncBefore and the retries PT1M,PT10M,PT1H go together"));
        });
    }

    List<String> whatIsCalledExists() {
        return complaints(complain -> {
            Set<String> processes = stems(project.diagrams().keySet());
            Set<String> decisions = stems(project.decisions().keySet());
            elements(CallActivity.class, (file, call) -> {
                complain.unless(
                        processes.contains(call.getCalledElement()),
                        file,
                        call.getId() + " calls " + call.getCalledElement());
                complain.unless(
                        extensions(call, CamundaIn.class)
                                .anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey())),
                        file,
                        call.getId() + " does not pass on the number of the case as business key");
            });
            elements(
                    BusinessRuleTask.class,
                    (file, task) -> complain.unless(
                            decisions.contains(task.getCamundaDecisionRef()),
                            file,
                            task.getId() + " asks " + task.getCamundaDecisionRef()));
        });
    }

    // Diagrams and code

    List<String> everyServiceTaskCallsTheDelegateOfItsName() {
        Map<String, String> delegates = ProcessCode.delegates();
        return complaints(complain -> elements(ServiceTask.class, (file, task) -> {
            String expected = "#{" + suffix(task) + "Delegate}";
            complain.unless(
                    expected.equals(task.getCamundaDelegateExpression()),
                    file,
                    task.getId() + " should call " + expected + ", not " + task.getCamundaDelegateExpression());
            complain.unless(
                    feature(file).equals(delegates.get(expected)),
                    file,
                    "there is no " + expected + " in ru.cur." + feature(file) + ".process");
        }));
    }

    List<String> everyDelegateIsDrawn() {
        Set<String> drawn = new TreeSet<>();
        elements(ServiceTask.class, (file, task) -> drawn.add(String.valueOf(task.getCamundaDelegateExpression())));
        return complaints(complain -> ProcessCode.delegates()
                .forEach((bean, feature) -> complain.unless(
                        drawn.contains(bean), "ru.cur." + feature + ".process", bean + " is in no diagram")));
    }

    List<String> everyUserTaskEndsWithTheListenerOfItsName() {
        Map<String, String> listeners = ProcessCode.listeners();
        return complaints(complain -> elements(UserTask.class, (file, task) -> {
            String expected = "#{" + suffix(task) + "Listener}";
            List<String> actual = extensions(task, CamundaTaskListener.class)
                    .map(listener -> listener.getCamundaEvent() + " " + listener.getCamundaDelegateExpression())
                    .toList();
            complain.unless(
                    actual.equals(List.of("complete " + expected)),
                    file,
                    task.getId() + " should have the one listener 'complete " + expected + "', not " + actual);
            complain.unless(
                    feature(file).equals(listeners.get(expected)),
                    file,
                    "there is no " + expected + " in ru.cur." + feature(file) + ".process");
        }));
    }

    List<String> everyListenerIsDrawn() {
        Set<String> drawn = new TreeSet<>();
        elements(
                CamundaTaskListener.class,
                (file, listener) -> drawn.add(String.valueOf(listener.getCamundaDelegateExpression())));
        return complaints(complain -> ProcessCode.listeners()
                .forEach((bean, feature) -> complain.unless(
                        drawn.contains(bean), "ru.cur." + feature + ".process", bean + " is in no diagram")));
    }

    List<String> everyContractClassSpeaksOfItsDiagram() {
        return complaints(complain -> ProcessCode.contracts().forEach(contract -> {
            String file = "bpmn/" + ProcessCode.feature(contract) + "/" + ProcessCode.id(contract) + ".bpmn";
            complain.unless(project.diagrams().containsKey(file), contract.getSimpleName(), "there is no " + file);
        }));
    }

    List<String> everyVariableOfAContractClassIsDrawn() {
        String drawn = String.join("\n", project.texts().values());
        return complaints(complain -> ProcessCode.variables()
                .forEach(variable -> complain.unless(
                        Pattern.compile("\\b" + variable + "\\b").matcher(drawn).find(),
                        "contract classes",
                        "the variable " + variable + " is in no diagram, decision or form")));
    }

    List<String> everyVariableThatADiagramReadsIsDeclaredOrDrawn() {
        return complaints(complain -> project.diagrams().forEach((file, model) -> {
            Set<String> known = new TreeSet<>(ProcessCode.variables());
            known.addAll(Set.of("execution", "decisionResult"));
            elements(CamundaOutputParameter.class, (other, output) -> known.add(output.getCamundaName()));
            Stream<String> read = Stream.concat(
                    EXPRESSION
                            .matcher(withoutBeans(project.texts().get(file)))
                            .results()
                            .map(BpmnConventions::inner),
                    Stream.concat(
                            model.getModelElementsByType(CamundaIn.class).stream()
                                    .map(CamundaIn::getCamundaSource),
                            model.getModelElementsByType(CamundaOut.class).stream()
                                    .map(CamundaOut::getCamundaSource)));
            read.filter(text -> text != null)
                    .flatMap(BpmnConventions::identifiers)
                    .distinct()
                    .forEach(name -> complain.unless(known.contains(name), file, "nobody sets the variable " + name));
        }));
    }

    List<String> everyInputOfADecisionIsDeclared() {
        Set<String> known = ProcessCode.variables();
        return complaints(complain -> decisions(
                InputExpression.class,
                (file, input) -> complain.unless(
                        known.contains(input.getText().getTextContent()),
                        file,
                        "no contract class declares " + input.getText().getTextContent())));
    }

    /** {@code ${outcome == 'VALUE'}}: the value is one that Java can give. */
    List<String> gatewaysExpectAnswersThatJavaCanGive() {
        return complaints(complain -> elements(SequenceFlow.class, (file, flow) -> {
            if (flow.getConditionExpression() == null) {
                return;
            }
            COMPARISON
                    .matcher(flow.getConditionExpression().getTextContent())
                    .results()
                    .forEach(comparison -> {
                        String variable = comparison.group(1);
                        boolean known = ProcessCode.features().stream()
                                        .map(ProcessCode::choices)
                                        .anyMatch(choices -> choices.getOrDefault(variable, Set.of())
                                                .contains(comparison.group(2)))
                                || ProcessCode.features().stream().anyMatch(feature -> ProcessCode.words(feature)
                                        .contains(comparison.group(2)))
                                || isOutput(variable, comparison.group(2));
                        complain.unless(known, file, flow.getId() + " waits for " + comparison.group());
                    });
        }));
    }

    List<String> diagramsFormsAndPackagesHaveTheSameFeatures() {
        Set<String> drawn = features(project.diagrams().keySet());
        Set<String> asked = features(project.forms().keySet());
        Set<String> coded = ProcessCode.features();
        return complaints(complain -> complain.unless(
                drawn.equals(asked) && drawn.equals(coded),
                "rule of three",
                "bpmn/" + drawn + ", forms/" + asked + ", ru.cur." + coded + ".process"));
    }

    List<String> elementTemplatesNameEveryDelegate() {
        Path templates = Path.of("bpmn/.camunda/element-templates/service-tasks.json");
        return complaints(complain -> {
            String text = text(templates);
            ProcessCode.delegates()
                    .keySet()
                    .forEach(bean -> complain.unless(
                            text.contains("\"" + bean + "\""), templates.toString(), "does not offer " + bean));
            Pattern.compile("#\\{\\w+Delegate}")
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .forEach(bean -> complain.unless(
                            ProcessCode.delegates().containsKey(bean), templates.toString(), "offers " + bean));
        });
    }

    // People's tasks and forms

    List<String> everyUserTaskNamesWhoMayTakeItAndUntilWhen() {
        return complaints(complain -> elements(UserTask.class, (file, task) -> {
            List<String> groups = task.getCamundaCandidateGroupsList();
            complain.unless(!groups.isEmpty(), file, task.getId() + " has no candidate group");
            groups.forEach(group ->
                    complain.unless(GROUPS.contains(group), file, task.getId() + " has the unknown group " + group));
            complain.unless(
                    task.getCamundaAssignee() == null
                            || VARIABLE.matcher(task.getCamundaAssignee()).matches(),
                    file,
                    task.getId() + " is assigned to a fixed person: " + task.getCamundaAssignee());
            complain.unless(
                    String.valueOf(task.getCamundaDueDate()).matches("\\$\\{\\w+Deadline}"),
                    file,
                    task.getId() + " has the due date " + task.getCamundaDueDate());
            complain.unless(
                    "${taskPriority}".equals(task.getCamundaPriority()),
                    file,
                    task.getId() + " does not take the priority of the case");
        }));
    }

    List<String> everyUserTaskShowsTheFormOfItsName() {
        return complaints(complain -> {
            elements(UserTask.class, (file, task) -> {
                String expected = kebab(suffix(task));
                complain.unless(
                        expected.equals(task.getCamundaFormRef()),
                        file,
                        task.getId() + " should show " + expected + ", not " + task.getCamundaFormRef());
                complain.unless(
                        "deployment".equals(task.getCamundaFormRefBinding()),
                        file,
                        task.getId() + " does not take its form from the same deployment");
                complain.unlessFormExists(file, task.getCamundaFormRef());
            });
            elements(StartEvent.class, (file, start) -> {
                if (start.getCamundaFormRef() != null) {
                    complain.unless(
                            "deployment".equals(start.getCamundaFormRefBinding()),
                            file,
                            start.getId() + " does not take its form from the same deployment");
                    complain.unlessFormExists(file, start.getCamundaFormRef());
                }
            });
        });
    }

    List<String> everyFormIsShown() {
        Set<String> shown = new TreeSet<>();
        elements(UserTask.class, (file, task) -> shown.add(form(file, task.getCamundaFormRef())));
        elements(StartEvent.class, (file, start) -> shown.add(form(file, start.getCamundaFormRef())));
        return complaints(complain -> project.forms()
                .keySet()
                .forEach(form -> complain.unless(shown.contains(form), form, "no task shows it")));
    }

    List<String> formFieldsAreVariablesOfTheFeature() {
        return complaints(complain -> fields((file, field) -> {
            String key = field.path("key").asText();
            complain.unless(
                    ProcessCode.variables(feature(file)).contains(key),
                    file,
                    "no contract class of " + feature(file) + " declares " + key);
            String list = field.path("valuesKey").asText(null);
            complain.unless(
                    list == null || ProcessCode.formContext().contains(list),
                    file,
                    "nothing supplies the list " + list);
        }));
    }

    List<String> formsShowOnlyWhatIsSupplied() {
        return complaints(complain -> project.forms().forEach((file, form) -> {
            Set<String> known = new TreeSet<>(ProcessCode.variables());
            known.addAll(ProcessCode.formContext());
            components(form)
                    .flatMap(component -> Stream.of(
                                    component.path("content"),
                                    component.path("text"),
                                    component.path("conditional").path("hide"))
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::asText))
                    .flatMap(text -> text.startsWith("=")
                            ? identifiers(text)
                            : TEMPLATE.matcher(text)
                                    .results()
                                    .map(BpmnConventions::inner)
                                    .flatMap(BpmnConventions::identifiers))
                    .distinct()
                    .forEach(name -> complain.unless(known.contains(name), file, "nothing supplies " + name));
        }));
    }

    List<String> formsOfferExactlyTheChoicesOfTheProgram() {
        return complaints(complain -> fields((file, field) -> {
            Set<String> offered = new TreeSet<>();
            field.path("values")
                    .forEach(value -> offered.add(value.path("value").asText()));
            Set<String> expected =
                    ProcessCode.choices(feature(file)).get(field.path("key").asText());
            complain.unless(
                    expected == null || offered.equals(expected),
                    file,
                    field.path("key").asText() + " offers " + offered + ", the program knows " + expected);
        }));
    }

    // Reading

    private <E extends ModelElementInstance> void elements(Class<E> type, BiConsumer<String, E> visitor) {
        project.diagrams().forEach((file, model) -> model.getModelElementsByType(type)
                .forEach(element -> visitor.accept(file, element)));
    }

    private <E extends ModelElementInstance> void decisions(Class<E> type, BiConsumer<String, E> visitor) {
        project.decisions().forEach((file, model) -> model.getModelElementsByType(type)
                .forEach(element -> visitor.accept(file, element)));
    }

    private void fields(BiConsumer<String, JsonNode> visitor) {
        project.forms().forEach((file, form) -> components(form)
                .filter(component -> component.has("key"))
                .forEach(field -> visitor.accept(file, field)));
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        List<JsonNode> children = new ArrayList<>();
        parent.path("components").forEach(children::add);
        return children.stream().flatMap(child -> Stream.concat(Stream.of(child), components(child)));
    }

    private static <E extends ModelElementInstance> Stream<E> extensions(BaseElement element, Class<E> type) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }

    private static String label(JsonNode field) {
        return field.path(field.path("type").asText().equals("datetime") ? "dateLabel" : "label")
                .asText();
    }

    private static String retries(ServiceTask task) {
        return extensions(task, CamundaFailedJobRetryTimeCycle.class)
                .map(cycle -> cycle.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private boolean isOutput(String variable, String value) {
        return project.diagrams().values().stream()
                .flatMap(model -> model.getModelElementsByType(CamundaOutputParameter.class).stream())
                .anyMatch(output -> output.getCamundaName().equals(variable)
                        && output.getTextContent().strip().equals(value));
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

    private static boolean defines(Event event, Class<? extends EventDefinition> type) {
        return !event.getChildElementsByType(type).isEmpty();
    }

    private static boolean asksAQuestion(FlowNode node) {
        return node instanceof ExclusiveGateway && node.getOutgoing().size() > 1;
    }

    private static String suffix(FlowElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String form(String diagram, String formRef) {
        return "forms/" + feature(diagram) + "/" + formRef + ".form";
    }

    private static boolean isDays(String timeToLive) {
        return timeToLive != null && CAMUNDA_DAYS.matcher(timeToLive).matches();
    }

    private static String withoutBeans(String diagram) {
        return diagram.replaceAll("delegateExpression=\"[^\"]*\"", "").replace("&#39;", "'");
    }

    private static String inner(MatchResult match) {
        return match.group(1);
    }

    private static Stream<String> identifiers(String expression) {
        return IDENTIFIER
                .matcher(QUOTED.matcher(expression).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> !KEYWORDS.contains(name));
    }

    private static Set<String> stems(Collection<String> files) {
        return files.stream().map(ProjectModels::stem).collect(Collectors.toSet());
    }

    private static Set<String> features(Collection<String> files) {
        return files.stream().map(ProjectModels::feature).collect(Collectors.toCollection(TreeSet::new));
    }

    private static <E extends ModelElementInstance> List<String> ids(ModelInstance model, Class<E> type) {
        return model.getModelElementsByType(type).stream()
                .map(element -> element.getAttributeValue("id"))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Complaining

    private List<String> complaints(Consumer<Complaints> rule) {
        Complaints complaints = new Complaints();
        rule.accept(complaints);
        return complaints.said;
    }

    private final class Complaints {
        private final List<String> said = new ArrayList<>();

        void unless(boolean good, String where, String what) {
            if (!good) {
                said.add(where + ": " + what);
            }
        }

        void unlessRussian(String name, String file, String element) {
            unless(
                    name != null
                            && name.codePoints()
                                    .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC),
                    file,
                    element + " has no Russian name: " + name);
        }

        void unlessExplained(BaseElement element, String file) {
            boolean explained = element.getDocumentations().stream()
                    .anyMatch(text -> !text.getTextContent().isBlank());
            unless(explained, file, element.getId() + " has no documentation");
        }

        void unlessFormExists(String file, String formRef) {
            unless(project.forms().containsKey(form(file, formRef)), file, "there is no " + form(file, formRef));
        }
    }
}
