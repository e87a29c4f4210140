package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.HEAD_IN_PERSON;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.LEGAL_REGIME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.PERSONAL_CONTROL;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.RETURNS_COUNT;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.RunningCases;
import ru.cur.platform.MoveRefusal;
import ru.cur.platform.MovedInstances;

/** Called diagrams that began when a case told them less than today. */
@Configuration(proxyBeanMethods = false)
class MovedCalls {

    @Bean
    MovedInstances movedExecutions(RunningCases cases) {
        return MovedInstances.of(ExecutionProcess.ID, number -> {
            Incident incident = withClocks(cases, number);
            Map<String, Object> variables = new HashMap<>();
            LEGAL_REGIME.on(variables, incident.legalRegime());
            HEAD_IN_PERSON.on(variables, ReopenIncidentDelegate.isForTheHead(incident.reopenNo()));
            RETURNS_COUNT.on(variables, (long) incident.returns());
            return variables;
        });
    }

    @Bean
    MovedInstances movedReplies(RunningCases cases) {
        return MovedInstances.of(IncidentHandlingProcess.REPLY_PUBLICATION_ID, number -> {
            Map<String, Object> variables = new HashMap<>();
            PERSONAL_CONTROL.on(variables, withClocks(cases, number).marks().personalControl());
            return variables;
        });
    }

    @Bean
    MovedInstances movedPromises(RunningCases cases) {
        return MovedInstances.of(PromiseControlProcess.ID, number -> {
            withClocks(cases, number);
            return Map.of();
        });
    }

    /** @throws MoveRefusal when the dates of the case are known to its earlier diagram alone */
    static Incident withClocks(RunningCases cases, String businessKey) {
        IncidentNumber number = new IncidentNumber(businessKey);
        if (cases.isOlderThanItsClocks(number)) {
            throw new MoveRefusal("его сроки назначены прежней программой, новая диаграмма их не знает");
        }
        return cases.find(number);
    }
}
