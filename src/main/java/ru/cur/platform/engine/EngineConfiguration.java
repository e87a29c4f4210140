package ru.cur.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import ru.cur.platform.BodyProcesses;
import ru.cur.platform.CarriedTexts;

/** The engine and the process application that deploys the diagrams, decisions and forms of the class path. */
@Configuration(proxyBeanMethods = false)
@EnableProcessApplication("cur-incidents")
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin caseHistory(ObjectProvider<CarriedTexts> carriedTexts) {
        return plugin(engine -> {
            Set<String> carried = carriedTexts.stream()
                    .flatMap(texts -> texts.names().stream())
                    .collect(Collectors.toUnmodifiableSet());
            engine.setCustomHistoryLevels(List.of(new CaseHistoryLevel(carried::contains)));
            engine.setHistory(CaseHistoryLevel.NAME);
        });
    }

    @Bean
    ProcessEnginePlugin caseAccess(
            ObjectProvider<BodyProcesses> bodyProcesses, ObjectProvider<BpmnParseListener> ofFeatures) {
        return plugin(engine -> {
            engine.setTenantIdProvider(new BodyTenants(bodyProcesses));
            engine.setResourceAuthorizationProvider(new NoRowPerTask());
            List<BpmnParseListener> listeners = new ArrayList<>();
            if (engine.getCustomPreBPMNParseListeners() != null) {
                listeners.addAll(engine.getCustomPreBPMNParseListeners());
            }
            listeners.add(new CandidatesOnly());
            listeners.add(new WordsOfDiagram());
            ofFeatures.forEach(listeners::add);
            engine.setCustomPreBPMNParseListeners(listeners);
        });
    }

    @Bean
    ProcessEnginePlugin explainedIncidents() {
        return plugin(engine -> engine.setCustomIncidentHandlers(List.of(new ExplainedIncidents())));
    }

    @Bean
    ProcessEnginePlugin fastDecisions() {
        return plugin(engine -> {
            DefaultDmnEngineConfiguration decisions =
                    (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
            FeelEngineFactory library = new ScalaFeelEngineFactory();
            decisions.setFeelEngineFactory(() -> new LiteralFeel(library.createInstance()));
            engine.setDmnEngineConfiguration(decisions);
        });
    }

    @Bean
    ProcessEnginePlugin diagramCheck(ResourcePatternResolver resources, ListableBeanFactory beans) {
        return plugin(engine -> new DiagramCheck(resources, beans::containsBeanDefinition).run());
    }

    private static ProcessEnginePlugin plugin(Consumer<ProcessEngineConfigurationImpl> beforeStart) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                beforeStart.accept(engine);
            }
        };
    }
}
