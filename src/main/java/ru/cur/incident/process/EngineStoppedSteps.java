package ru.cur.incident.process;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentHistory;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.StoppedSteps;

/** Reads them from the engine's own incidents, which Cockpit shows, too. */
@Component
class EngineStoppedSteps implements StoppedSteps {
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IncidentHistory history;

    EngineStoppedSteps(RuntimeService runtime, ManagementService management, IncidentHistory history) {
        this.runtime = runtime;
        this.management = management;
        this.history = history;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> of(IncidentNumber number) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .withIncident()
                .list()
                .stream()
                .flatMap(instance -> stopped(instance).stream())
                .map(incident -> new Step(
                        incident.getConfiguration(),
                        incident.getIncidentMessage(),
                        incident.getIncidentTimestamp().toInstant()))
                .sorted(Comparator.comparing(Step::since))
                .toList();
    }

    /** Where it happened: the instances that have called this one carry the same incident. */
    private List<Incident> stopped(ProcessInstance instance) {
        return runtime
                .createIncidentQuery()
                .processInstanceId(instance.getId())
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .list()
                .stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .toList();
    }

    @Override
    @Transactional
    public void retry(IncidentNumber number, String id, String actor) {
        Step step = of(number).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CaseRefusal("Этот шаг уже выполнен или повторяется: обновите страницу"));
        management.setJobRetries(id, 1);
        history.add(number, actor, "Остановившийся шаг повторён", step.explanation());
    }
}
