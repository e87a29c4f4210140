package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.Triage;

/** Brings the messages to the case that the operator named. */
@Component
class MergeIncidentDelegate implements JavaDelegate { // serviceTask_mergeIncident
    private final Triage triage;

    MergeIncidentDelegate(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        triage.merge(Cases.of(execution));
    }
}
