package ru.cur.platform.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.platform.CarriedTexts;

/** The engine and the process application that deploys the diagrams, decisions and forms of the class path. */
@Configuration(proxyBeanMethods = false)
@EnableProcessApplication("cur-incidents")
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin caseHistory(ObjectProvider<CarriedTexts> carriedTexts) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                Set<String> carried = carriedTexts.stream()
                        .flatMap(texts -> texts.names().stream())
                        .collect(Collectors.toUnmodifiableSet());
                engine.setCustomHistoryLevels(List.of(new CaseHistoryLevel(carried::contains)));
                engine.setHistory(CaseHistoryLevel.NAME);
            }
        };
    }
}
