package ru.cur.incident.process;

import static ru.cur.incident.process.AuthorQuestionProcess.Variables.MESSAGE_VERSION;
import static ru.cur.incident.process.MassIncidentProcess.Variables.FINAL_GIVEN;
import static ru.cur.incident.process.MassIncidentProcess.Variables.MASS_STATE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.incident.MassIncidents;

/** Looks for an answer of the main case that this author has not got yet. */
@Component
class TakeOverAnswerDelegate implements JavaDelegate { // serviceTask_takeOverAnswer
    private final MassIncidents mass;

    TakeOverAnswerDelegate(MassIncidents mass) {
        this.mass = mass;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MassIncidents.TakenOver found = mass.takeOver(Cases.of(execution));
        MASS_STATE.set(execution, found.state());
        FINAL_GIVEN.set(execution, found.isFinal());
        MESSAGE_VERSION.set(
                execution, found.version() == null ? null : found.version().longValue());
    }
}
