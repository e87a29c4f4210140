package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.ACCEPTANCE_OUTCOME;
import static ru.cur.incident.process.ExecutionProcess.Variables.RETURN_REASON;
import static ru.cur.incident.process.ExecutionProcess.Variables.SUGGESTED_BODY_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EXECUTION_OUTCOME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EXECUTOR_ID;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.CaseWork;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** The body takes the case on, or returns it. */
@Component
class AcceptIncidentListener implements TaskListener { // userTask_acceptIncident
    private final CaseWork work;
    private final CaseTerms terms;
    private final TermVariables variables;
    private final Directory directory;

    AcceptIncidentListener(CaseWork work, CaseTerms terms, TermVariables variables, Directory directory) {
        this.work = work;
        this.terms = terms;
        this.variables = variables;
        this.directory = directory;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> text = form.optionalText(ExecutionProcess.Texts.RETURN);
        switch (form.choice(ACCEPTANCE_OUTCOME, "Выберите: принять или вернуть")) {
            case ACCEPT -> {
                work.accepted(Cases.of(task), form.actor());
                terms.accepted(Cases.of(task), form.actor());
                EXECUTOR_ID.set(task, form.actor());
            }
            case RETURN -> {
                ReturnReason reason = form.choice(RETURN_REASON, "Укажите причину возврата");
                work.returned(
                        Cases.of(task),
                        reason.title(),
                        text.orElseThrow(() -> new FormRefusal("Поясните, почему возвращаете")),
                        suggestedBody(task, reason),
                        form.actor());
                terms.returned(Cases.of(task), variables.read(task), form.actor());
                EXECUTION_OUTCOME.set(task, ExecutionProcess.RETURNED);
            }
        }
    }

    /** Who says "not ours" says whose it is; who lacks data need not. */
    private String suggestedBody(DelegateTask task, ReturnReason reason) {
        Optional<String> suggested = SUGGESTED_BODY_ID.find(task);
        if (suggested.isEmpty() && reason != ReturnReason.NOT_ENOUGH_DATA) {
            throw new FormRefusal("Укажите, кто должен этим заниматься");
        }
        if (suggested.isPresent() && directory.organisation(suggested.get()).isEmpty()) {
            throw new FormRefusal("Организация «%s» не найдена в справочнике".formatted(suggested.get()));
        }
        return suggested.orElse(null);
    }
}
