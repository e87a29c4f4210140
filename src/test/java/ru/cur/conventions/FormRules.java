package ru.cur.conventions;

import static ru.cur.conventions.ProjectModels.feature;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Tasks of people: who takes them until when, and the forms that they show. */
final class FormRules extends Rules {
    /** Of a clock of the case, or computed for the task alone. */
    private static final String DUE_DATE =
            "#\\{clockDates\\.due\\(incidentNumber, ('[A-Z_]+'|answerClock)\\)}|\\$\\{\\w+Deadline}"
                    + "|\\$\\{clockDates\\.inWorkingHours\\(\\d+\\)}";
    /** The case's own; a task that belongs to no case has a fixed one. */
    private static final String PRIORITY = "#\\{clockDates\\.priority\\(incidentNumber\\)}|\\d{1,3}";

    static final Set<String> GROUPS = Set.of(
            "operators",
            "curators",
            "heads",
            "managers",
            "executors",
            "bodyHeads",
            "camunda-admin",
            "${bodyId}",
            "${taskTakers.of(execution)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^}]*)}}");

    FormRules(ProjectModels project) {
        super(project);
    }

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
                    String.valueOf(task.getCamundaDueDate()).matches(DUE_DATE),
                    file,
                    task.getId() + " has the due date " + task.getCamundaDueDate());
            complain.unless(
                    String.valueOf(task.getCamundaPriority()).matches(PRIORITY),
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
                            : TEMPLATE.matcher(text).results().map(Rules::inner).flatMap(Rules::identifiers))
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

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
