package ru.cur.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * The diagrams, decisions and forms of the project, by path from the project's folder.
 *
 * @param texts the files as they are, for broken copies
 */
record ProjectModels(
        SortedMap<String, String> texts,
        Map<String, BpmnModelInstance> diagrams,
        Map<String, DmnModelInstance> decisions,
        Map<String, JsonNode> forms) {

    static ProjectModels read() {
        return of(Stream.of("bpmn", "forms")
                .map(Path::of)
                .flatMap(folder -> files(folder).stream())
                .filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                .collect(Collectors.toMap(
                        file -> file.toString().replace('\\', '/'), ProjectModels::text, (a, b) -> a, TreeMap::new)));
    }

    private static ProjectModels of(SortedMap<String, String> texts) {
        return new ProjectModels(
                texts,
                parse(texts, ".bpmn", text -> Bpmn.readModelFromStream(stream(text))),
                parse(texts, ".dmn", text -> Dmn.readModelFromStream(stream(text))),
                parse(texts, ".form", ProjectModels::json));
    }

    /** A copy in which one file has been changed, to prove that a rule notices. */
    ProjectModels with(String file, String before, String after) {
        assertThat(texts).containsKey(file);
        assertThat(texts.get(file)).contains(before);
        return without(file).and(of(single(file, texts.get(file).replace(before, after))));
    }

    /** A copy in which one file has another name. */
    ProjectModels renamed(String file, String newName) {
        assertThat(texts).containsKey(file);
        return without(file).and(of(single(newName, texts.get(file))));
    }

    private static SortedMap<String, String> single(String file, String text) {
        return new TreeMap<>(Map.of(file, text));
    }

    private ProjectModels without(String file) {
        ProjectModels copy = and(of(new TreeMap<>()));
        Stream.of(copy.texts, copy.diagrams, copy.decisions, copy.forms).forEach(files -> files.remove(file));
        return copy;
    }

    private ProjectModels and(ProjectModels other) {
        return new ProjectModels(
                union(texts, other.texts),
                union(diagrams, other.diagrams),
                union(decisions, other.decisions),
                union(forms, other.forms));
    }

    private static <T> SortedMap<String, T> union(Map<String, T> one, Map<String, T> other) {
        SortedMap<String, T> both = new TreeMap<>(one);
        both.putAll(other);
        return both;
    }

    /** For instance {@code incident} of {@code bpmn/incident/execution.bpmn}. */
    static String feature(String file) {
        return Path.of(file).getName(1).toString();
    }

    /** For instance {@code execution} of {@code bpmn/incident/execution.bpmn}. */
    static String stem(String file) {
        return Path.of(file).getFileName().toString().replaceFirst("\\.\\w+$", "");
    }

    private static <T> Map<String, T> parse(
            SortedMap<String, String> texts, String suffix, Function<String, T> parser) {
        Map<String, T> parsed = new TreeMap<>();
        texts.forEach((file, text) -> {
            if (file.endsWith(suffix)) {
                parsed.put(file, parser.apply(text));
            }
        });
        return parsed;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
