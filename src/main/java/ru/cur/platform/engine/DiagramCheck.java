package ru.cur.platform.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import ru.cur.platform.StartupRefusal;

/**
 * Before the engine takes the diagrams: does all that they refer to exist? The engine would find out when the first case
 * gets there.
 */
final class DiagramCheck {
    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)}");

    private final ResourcePatternResolver resources;
    private final Predicate<String> isBean;

    DiagramCheck(ResourcePatternResolver resources, Predicate<String> isBean) {
        this.resources = resources;
        this.isBean = isBean;
    }

    /** @throws StartupRefusal that names the file, the element and what is missing */
    void run() {
        Set<String> forms = names("classpath*:forms/**/*.form", ".form");
        Set<String> decisions = names("classpath*:bpmn/**/*.dmn", ".dmn");
        Set<String> processes = names("classpath*:bpmn/**/*.bpmn", ".bpmn");
        find("classpath*:bpmn/**/*.bpmn").forEach(file -> check(file, forms, decisions, processes));
    }

    private void check(Resource file, Set<String> forms, Set<String> decisions, Set<String> processes) {
        BpmnModelInstance diagram = read(file);
        Reporter reporter = new Reporter(file.getFilename());
        all(diagram, ServiceTask.class).forEach(task -> bean(reporter, task, task.getCamundaDelegateExpression()));
        all(diagram, CamundaTaskListener.class)
                .forEach(listener -> bean(reporter, nodeOf(listener), listener.getCamundaDelegateExpression()));
        all(diagram, CamundaExecutionListener.class)
                .forEach(listener -> bean(reporter, nodeOf(listener), listener.getCamundaDelegateExpression()));
        all(diagram, UserTask.class).forEach(task -> reporter.require(task, "форма", task.getCamundaFormRef(), forms));
        all(diagram, StartEvent.class)
                .filter(event -> event.getCamundaFormRef() != null)
                .forEach(event -> reporter.require(event, "форма", event.getCamundaFormRef(), forms));
        all(diagram, BusinessRuleTask.class)
                .forEach(task -> reporter.require(task, "решение", task.getCamundaDecisionRef(), decisions));
        all(diagram, CallActivity.class)
                .forEach(call -> reporter.require(call, "процесс", call.getCalledElement(), processes));
    }

    private void bean(Reporter reporter, BaseElement element, String expression) {
        Matcher bean = BEAN.matcher(expression == null ? "" : expression);
        if (!bean.matches() || !isBean.test(bean.group(1))) {
            throw reporter.missing(element, "обработчик", expression);
        }
    }

    /** What a diagram is told about itself. */
    private record Reporter(String file) {

        void require(BaseElement element, String what, String name, Set<String> known) {
            if (!known.contains(name)) {
                throw missing(element, what, name);
            }
        }

        StartupRefusal missing(BaseElement element, String what, String name) {
            return new StartupRefusal(
                    "Диаграмма %s, элемент %s: %s «%s» не существует. Исправьте диаграмму или добавьте недостающее."
                            .formatted(file, element.getId(), what, name));
        }
    }

    /** A listener belongs to a step, or to the process as a whole. */
    private static BaseElement nodeOf(ModelElementInstance listener) {
        ModelElementInstance parent = listener;
        while (!(parent instanceof FlowNode || parent instanceof Process)) {
            if (parent.getParentElement() == null) {
                throw new IllegalStateException("A listener outside of a process");
            }
            parent = parent.getParentElement();
        }
        return (BaseElement) parent;
    }

    private static <T extends ModelElementInstance> Stream<T> all(BpmnModelInstance diagram, Class<T> type) {
        return diagram.getModelElementsByType(type).stream();
    }

    private static BpmnModelInstance read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return Bpmn.readModelFromStream(in);
        } catch (ModelParseException e) {
            throw new StartupRefusal(
                    "Диаграмма %s не читается: %s"
                            .formatted(file.getFilename(), e.getMessage().replaceAll("\\s+", " ")),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> names(String pattern, String suffix) {
        return find(pattern).stream()
                .map(Resource::getFilename)
                .map(name -> name.substring(0, name.length() - suffix.length()))
                .collect(Collectors.toSet());
    }

    private List<Resource> find(String pattern) {
        try {
            return Arrays.asList(resources.getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
