package ru.cur.platform.engine;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.runtime.Incident;

/** A step that has failed for good says so in Russian: which one, why as far as that is known, and what to do. */
final class ExplainedIncidents extends DefaultIncidentHandler {
    ExplainedIncidents() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        return super.handleIncident(context, "Шаг «%s» не выполнен. %s".formatted(step(context), reason(message)));
    }

    private static String step(IncidentContext context) {
        return Optional.ofNullable(context.getProcessDefinitionId())
                .map(id -> Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(id))
                .map((ProcessDefinitionEntity definition) -> definition.findActivity(context.getActivityId()))
                .map((PvmActivity activity) -> (String) activity.getProperty("name"))
                .orElse(Objects.toString(context.getActivityId(), "неизвестный"));
    }

    private static String reason(String message) {
        return OwnSentence.in(message)
                .map(own -> "%s. Устраните причину и повторите шаг.".formatted(own.replaceFirst("\\.$", "")))
                .orElseGet(
                        () -> "Ошибка программы или связи. Повторите шаг; если не поможет, передайте администратору: "
                                + Objects.toString(message, "нет описания"));
    }
}
