package ru.cur.conventions;

import static ru.cur.conventions.ProjectModels.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import ru.cur.sla.clock.ClockKind;

/** Diagrams and Java speak of the same things by the same names. */
final class CodeRules extends Rules {
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern HALF = Pattern.compile("#\\{clockDates\\.half\\(incidentNumber, (['A-Za-z_]+)\\)}");
    private static final Pattern COMPARISON = Pattern.compile("(\\w+) == '(\\w+)'");

    CodeRules(ProjectModels project) {
        super(project);
    }

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
        elements(
                MessageEventDefinition.class,
                (file, event) -> drawn.add(String.valueOf(event.getCamundaDelegateExpression())));
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

    /** Half of a clock has passed: that clock's ladder begins, no other's. */
    List<String> everyTimerOfAClockBeginsTheLadderOfThatClock() {
        return complaints(complain -> elements(BoundaryEvent.class, (file, event) -> {
            Matcher half = HALF.matcher(event.getChildElementsByType(TimerEventDefinition.class).stream()
                    .map(timer -> timer.getTimeDate().getTextContent())
                    .findFirst()
                    .orElse(""));
            if (half.matches()) {
                String clock = half.group(1).replace("'", "");
                FlowNode ladder = event.getOutgoing().iterator().next().getTarget();
                String begun = extensions(ladder, CamundaInputOutput.class)
                        .flatMap(io -> io.getCamundaInputParameters().stream())
                        .filter(input -> input.getCamundaName().equals("clockKind"))
                        .map(input -> input.getTextContent().replaceAll("[${}]", ""))
                        .findFirst()
                        .orElse("none");
                complain.unless(begun.equals(clock), file, event.getId() + " begins the ladder of " + begun);
                complain.unless(
                        clock.equals("answerClock")
                                || Arrays.stream(ClockKind.values())
                                        .anyMatch(kind -> kind.name().equals(clock)),
                        file,
                        event.getId() + " waits for the unknown clock " + clock);
            }
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
            known.addAll(
                    Set.of("execution", "decisionResult", "timerCycles", "taskTakers", "clockDates", "ladderDates"));
            elements(CamundaOutputParameter.class, (other, output) -> known.add(output.getCamundaName()));
            Stream<String> read = Stream.concat(
                    EXPRESSION
                            .matcher(withoutBeans(project.texts().get(file)))
                            .results()
                            .map(Rules::inner),
                    Stream.concat(
                            model.getModelElementsByType(CamundaIn.class).stream()
                                    .map(CamundaIn::getCamundaSource),
                            model.getModelElementsByType(CamundaOut.class).stream()
                                    .map(CamundaOut::getCamundaSource)));
            read.filter(text -> text != null)
                    .flatMap(Rules::identifiers)
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
            Set<String> ofServiceTasks = new TreeSet<>();
            elements(ServiceTask.class, (file, task) -> ofServiceTasks.add(task.getCamundaDelegateExpression()));
            ofServiceTasks.forEach(bean ->
                    complain.unless(text.contains("\"" + bean + "\""), templates.toString(), "does not offer " + bean));
            Pattern.compile("#\\{\\w+Delegate}")
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .forEach(bean -> complain.unless(
                            ProcessCode.delegates().containsKey(bean), templates.toString(), "offers " + bean));
        });
    }

    private boolean isOutput(String variable, String value) {
        return project.diagrams().values().stream()
                .flatMap(model -> model.getModelElementsByType(CamundaOutputParameter.class).stream())
                .anyMatch(output -> output.getCamundaName().equals(variable)
                        && output.getTextContent().strip().equals(value));
    }

    private static String withoutBeans(String diagram) {
        return diagram.replaceAll("delegateExpression=\"[^\"]*\"", "")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    }

    private static Set<String> features(Collection<String> files) {
        return files.stream().map(ProjectModels::feature).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
