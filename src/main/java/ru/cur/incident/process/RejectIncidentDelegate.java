package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.Triage;

/** Ends a case that is none of ours. */
@Component
class RejectIncidentDelegate implements JavaDelegate { // serviceTask_rejectIncident
    private final Triage triage;

    RejectIncidentDelegate(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        triage.reject(Cases.of(execution));
    }
}
