package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.ACCEPTANCE_OUTCOME;
import static ru.cur.incident.process.ExecutionProcess.Variables.NAMED_EXECUTOR_ID;
import static ru.cur.incident.process.ExecutionProcess.Variables.RETURNS_COUNT;
import static ru.cur.incident.process.ExecutionProcess.Variables.RETURN_REASON;
import static ru.cur.incident.process.ExecutionProcess.Variables.SUGGESTED_BODY_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EXECUTION_OUTCOME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EXECUTOR_ID;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.directory.BodyStaff;
import ru.cur.directory.BodyStaff.Colleague;
import ru.cur.directory.Directory;
import ru.cur.directory.StaffMember;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.CaseWork;
import ru.cur.incident.CaseWork.Executor;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** The body takes the case on and names who works on it, or returns it. */
@Component
class AcceptIncidentListener implements TaskListener { // userTask_acceptIncident
    private final CaseWork work;
    private final CaseTerms terms;
    private final TermVariables variables;
    private final Directory directory;
    private final BodyStaff staff;

    AcceptIncidentListener(
            CaseWork work, CaseTerms terms, TermVariables variables, Directory directory, BodyStaff staff) {
        this.work = work;
        this.terms = terms;
        this.variables = variables;
        this.directory = directory;
        this.staff = staff;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<String> text = form.optionalText(ExecutionProcess.Texts.RETURN);
        switch (form.choice(ACCEPTANCE_OUTCOME, "Выберите: принять или вернуть")) {
            case ACCEPT -> {
                Executor executor = executor(task, form.actor());
                work.accepted(Cases.of(task), executor, form.actor());
                terms.accepted(Cases.of(task), form.actor());
                EXECUTOR_ID.set(task, executor.login());
            }
            case RETURN -> {
                ReturnReason reason = form.choice(RETURN_REASON, "Укажите причину возврата");
                int returns = work.returned(
                        Cases.of(task),
                        reason.title(),
                        text.orElseThrow(() -> new FormRefusal("Поясните, почему возвращаете")),
                        suggestedBody(task, reason),
                        form.actor());
                RETURNS_COUNT.set(task, (long) returns);
                terms.returned(Cases.of(task), variables.read(task), form.actor());
                EXECUTION_OUTCOME.set(task, ExecutionProcess.RETURNED);
            }
        }
    }

    /** Whom the form names, or the one who stands in for him; the one who accepts when it names nobody. */
    private Executor executor(DelegateTask task, String actor) {
        Optional<String> named = NAMED_EXECUTOR_ID.take(task).filter(login -> !login.equals(actor));
        if (named.isEmpty()) {
            return new Executor(actor, null);
        }
        Colleague colleague = staff.of(BODY_ID.from(task)).stream()
                .filter(one -> one.person().userId().equals(named.get()))
                .findFirst()
                .orElseThrow(() -> new FormRefusal("Исполнителем может быть только сотрудник вашего органа"));
        String name = colleague.person().fullName();
        StaffMember works = colleague
                .works()
                .orElseThrow(() -> new FormRefusal(
                        "Сейчас отсутствует, и в органе никто не замещает: %s. Назначьте другого".formatted(name)));
        return new Executor(works.userId(), colleague.isAway() ? name : null);
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
        if (suggested.filter(BODY_ID.from(task)::equals).isPresent()) {
            throw new FormRefusal("Вы предлагаете свой же орган: укажите другой");
        }
        return suggested.orElse(null);
    }
}
