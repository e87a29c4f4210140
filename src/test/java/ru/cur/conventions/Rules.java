package ru.cur.conventions;

import static ru.cur.conventions.ProjectModels.feature;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Rules for diagrams, decisions and forms. Each answers with complaints, one sentence per place; none is good. */
abstract class Rules {
    private static final Pattern IDENTIFIER = Pattern.compile("(?<![.\\w#])[a-z]\\w*");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    /** Words of the expression languages, not names of variables. */
    private static final Set<String> KEYWORDS = Set.of(
            "if", "then", "else", "and", "or", "not", "true", "false", "null", "starts", "with", "replace", "loop",
            "this", "count");

    final ProjectModels project;

    Rules(ProjectModels project) {
        this.project = project;
    }

    /** Every rule of the class by its name: whatever answers with complaints and asks for nothing. */
    Map<String, Supplier<List<String>>> all() {
        return Stream.of(getClass().getDeclaredMethods())
                .filter(method -> method.getReturnType() == List.class && method.getParameterCount() == 0)
                .collect(Collectors.toMap(Method::getName, method -> () -> ask(method)));
    }

    @SuppressWarnings("unchecked") // the one kind of list that a rule answers with
    private List<String> ask(Method rule) {
        try {
            return (List<String>) rule.invoke(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(rule.getName(), e);
        }
    }

    List<String> complaints(Consumer<Complaints> rule) {
        Complaints complaints = new Complaints();
        rule.accept(complaints);
        return complaints.said;
    }

    final class Complaints {
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

    <E extends ModelElementInstance> void elements(Class<E> type, BiConsumer<String, E> visitor) {
        project.diagrams().forEach((file, model) -> model.getModelElementsByType(type)
                .forEach(element -> visitor.accept(file, element)));
    }

    <E extends ModelElementInstance> void decisions(Class<E> type, BiConsumer<String, E> visitor) {
        project.decisions().forEach((file, model) -> model.getModelElementsByType(type)
                .forEach(element -> visitor.accept(file, element)));
    }

    void fields(BiConsumer<String, JsonNode> visitor) {
        project.forms().forEach((file, form) -> components(form)
                .filter(component -> component.has("key"))
                .forEach(field -> visitor.accept(file, field)));
    }

    static Stream<JsonNode> components(JsonNode parent) {
        List<JsonNode> children = new ArrayList<>();
        parent.path("components").forEach(children::add);
        return children.stream().flatMap(child -> Stream.concat(Stream.of(child), components(child)));
    }

    static <E extends ModelElementInstance> Stream<E> extensions(BaseElement element, Class<E> type) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }

    static String suffix(FlowElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

    static String form(String diagram, String formRef) {
        return "forms/" + feature(diagram) + "/" + formRef + ".form";
    }

    static String inner(MatchResult match) {
        return match.group(1);
    }

    static Stream<String> identifiers(String expression) {
        return IDENTIFIER
                .matcher(QUOTED.matcher(expression).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> !KEYWORDS.contains(name));
    }
}
