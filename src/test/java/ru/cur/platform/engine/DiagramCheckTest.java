package ru.cur.platform.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import ru.cur.platform.StartupRefusal;

class DiagramCheckTest {
    @TempDir
    private Path classes;

    static Stream<Arguments> whatIsMissing() {
        return Stream.of(
                Arguments.of(
                        "<bpmn:serviceTask id='serviceTask_fly' camunda:delegateExpression='#{flyDelegate}' />",
                        "элемент serviceTask_fly: обработчик «#{flyDelegate}»"),
                Arguments.of(
                        "<bpmn:serviceTask id='serviceTask_fly' camunda:class='ru.cur.Fly' />",
                        "элемент serviceTask_fly: обработчик «null»"),
                Arguments.of("""
                        <bpmn:userTask id='userTask_fly' camunda:formRef='known'><bpmn:extensionElements>
                          <camunda:taskListener delegateExpression='#{flyListener}' event='complete' />
                        </bpmn:extensionElements></bpmn:userTask>""", "элемент userTask_fly: обработчик «#{flyListener}»"),
                Arguments.of(
                        "<bpmn:userTask id='userTask_fly' camunda:formRef='fly' />",
                        "элемент userTask_fly: форма «fly»"),
                Arguments.of(
                        "<bpmn:startEvent id='startEvent_fly' camunda:formRef='fly' />",
                        "элемент startEvent_fly: форма «fly»"),
                Arguments.of(
                        "<bpmn:businessRuleTask id='businessRuleTask_fly' camunda:decisionRef='fly' />",
                        "элемент businessRuleTask_fly: решение «fly»"),
                Arguments.of(
                        "<bpmn:callActivity id='callActivity_fly' calledElement='fly' />",
                        "элемент callActivity_fly: процесс «fly»"));
    }

    @ParameterizedTest
    @MethodSource("whatIsMissing")
    void theFileTheElementAndWhatIsMissingAreNamed(String element, String sentence) throws IOException {
        write(element);
        assertThatThrownBy(this::check)
                .isInstanceOf(StartupRefusal.class)
                .hasMessageStartingWith("Диаграмма moon.bpmn, " + sentence + " не существует.");
    }

    @Test
    void aDiagramThatIsNoXmlIsNamed() throws IOException {
        Files.writeString(folder("bpmn").resolve("moon.bpmn"), "<bpmn:definitions");
        assertThatThrownBy(this::check)
                .isInstanceOf(StartupRefusal.class)
                .hasMessageStartingWith("Диаграмма moon.bpmn не читается: ");
    }

    @Test
    void whatIsThereIsFound() throws IOException {
        write("""
                <bpmn:startEvent id='startEvent_known' camunda:formRef='known' />
                <bpmn:serviceTask id='serviceTask_known' camunda:delegateExpression='#{knownDelegate}' />
                <bpmn:businessRuleTask id='businessRuleTask_known' camunda:decisionRef='known' />
                <bpmn:callActivity id='callActivity_known' calledElement='moon' />""");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void write(String elements) throws IOException {
        Files.writeString(folder("forms").resolve("known.form"), "{}");
        Files.writeString(folder("bpmn").resolve("known.dmn"), "<definitions />");
        Files.writeString(folder("bpmn").resolve("moon.bpmn"), """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="d">
                  <bpmn:process id="moon" isExecutable="true">%s</bpmn:process>
                </bpmn:definitions>
                """.formatted(elements));
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(classes.resolve(name).resolve("feature"));
    }

    private void check() throws IOException {
        try (URLClassLoader onlyThese =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            new DiagramCheck(new PathMatchingResourcePatternResolver(onlyThese), "knownDelegate"::equals).run();
        }
    }
}
