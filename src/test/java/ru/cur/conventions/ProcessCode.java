package ru.cur.conventions;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import ru.cur.platform.ProcessVariable;

/** What the {@code process} packages declare for the diagrams: beans and the names in contract classes. */
final class ProcessCode {
    private static final Pattern FEATURE = Pattern.compile("ru\\.cur\\.(\\w+)\\.process\\b.*");
    private static final Pattern CONTEXT_KEY = Pattern.compile("context\\s*\\.put\\(\\s*\"(\\w+)\"");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ru.cur");

    private ProcessCode() {}

    /** Names of the features that have a {@code process} package. */
    static Set<String> features() {
        return processClasses().map(ProcessCode::feature).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code #{closeIncidentDelegate}} and so on, by feature. */
    static Map<String, String> delegates() {
        return beans(JavaDelegate.class);
    }

    static Map<String, String> listeners() {
        return beans(TaskListener.class);
    }

    private static Map<String, String> beans(Class<?> type) {
        return processClasses()
                .filter(javaClass -> javaClass.isAssignableTo(type) && !javaClass.isInterface())
                .collect(Collectors.toMap(
                        javaClass -> "#{" + Introspector.decapitalize(javaClass.getSimpleName()) + "}",
                        ProcessCode::feature));
    }

    /** Classes that say what Java knows about a diagram, for instance {@code ExecutionProcess}. */
    static List<JavaClass> contracts() {
        return processClasses()
                .filter(javaClass ->
                        javaClass.isTopLevelClass() && javaClass.getSimpleName().endsWith("Process"))
                .toList();
    }

    static String id(JavaClass contract) {
        return Arrays.stream(contract.reflect().getDeclaredFields())
                .filter(field -> field.getName().equals("ID"))
                .map(field -> (String) valueOf(field))
                .findFirst()
                .orElse("(no ID)");
    }

    /** Names of messages, errors and outcomes: every text constant of the contract classes of a feature. */
    static Set<String> words(String feature) {
        return contracts(feature)
                .flatMap(contract -> Arrays.stream(contract.reflect().getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> (String) valueOf(field))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of the variables that a feature declares. */
    static Set<String> variables(String feature) {
        return variableFields(feature)
                .map(field -> ((ProcessVariable<?>) valueOf(field)).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> variables() {
        return features().stream()
                .flatMap(feature -> variables(feature).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values that an enumeration variable of the feature may have, by name of the variable. */
    static Map<String, Set<String>> choices(String feature) {
        Map<String, Set<String>> choices = new HashMap<>();
        variableFields(feature).forEach(field -> {
            if (((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0] instanceof Class<?> type
                    && type.isEnum()) {
                choices.put(
                        ((ProcessVariable<?>) valueOf(field)).name(),
                        Arrays.stream(type.getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        });
        return choices;
    }

    /** What forms find beside the process variables. */
    static Set<String> formContext() {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/ru/cur/workplace"))) {
            return sources.filter(source -> source.getFileName().toString().endsWith("Context.java"))
                    .flatMap(source -> CONTEXT_KEY.matcher(text(source)).results())
                    .map((MatchResult key) -> key.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Field> variableFields(String feature) {
        return contracts(feature)
                .flatMap(contract -> Arrays.stream(contract.reflect().getDeclaredClasses()))
                .flatMap(holder -> Arrays.stream(holder.getDeclaredFields()))
                .filter(field -> field.getType() == ProcessVariable.class);
    }

    private static Stream<JavaClass> contracts(String feature) {
        return contracts().stream().filter(contract -> feature(contract).equals(feature));
    }

    private static Stream<JavaClass> processClasses() {
        return CLASSES.stream()
                .filter(javaClass -> FEATURE.matcher(javaClass.getPackageName()).matches());
    }

    static String feature(JavaClass javaClass) {
        return FEATURE.matcher(javaClass.getPackageName()).replaceFirst("$1");
    }

    private static Object valueOf(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
