package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.CO_EXECUTION_OPEN;
import static ru.cur.incident.process.ExecutionProcess.Variables.CO_EXECUTOR_ID;
import static ru.cur.incident.process.ExecutionProcess.Variables.DOCUMENTS_BODY_ID;
import static ru.cur.incident.process.ExecutionProcess.Variables.EXTENSION_AMOUNT;
import static ru.cur.incident.process.ExecutionProcess.Variables.EXTENSION_UNIT;
import static ru.cur.incident.process.ExecutionProcess.Variables.REFUSAL_GROUND;
import static ru.cur.incident.process.ExecutionProcess.Variables.REQUEST_ID;
import static ru.cur.incident.process.ExecutionProcess.Variables.WAIT_OUTCOME;
import static ru.cur.incident.process.ExecutionProcess.Variables.WORK_OUTCOME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.BodyRequest.Kind;
import ru.cur.incident.BodyRequests;
import ru.cur.incident.CaseWork;
import ru.cur.incident.RefusalGround;
import ru.cur.incident.TimeRequests;
import ru.cur.incident.WorkEvidence;
import ru.cur.incident.WorkReport;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.platform.ProcessVariable;
import ru.cur.sla.Term;

/** Keeps what the executor says of the work, or what he needs to go on with it. */
@Component
class DoWorkListener implements TaskListener { // userTask_doWork
    private final CaseWork work;
    private final BodyRequests requests;
    private final TimeRequests timeRequests;
    private final QuestionForms questions;
    private final FormDates dates;

    DoWorkListener(
            CaseWork work, BodyRequests requests, TimeRequests timeRequests, QuestionForms questions, FormDates dates) {
        this.work = work;
        this.requests = requests;
        this.timeRequests = timeRequests;
        this.questions = questions;
        this.dates = dates;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        WorkOutcome outcome = form.choice(WORK_OUTCOME, "Укажите, что с работами");
        switch (outcome) {
            case DONE, PLANNED, IMPOSSIBLE -> report(task, form, outcome);
            case INVOLVE_BODY -> {
                String part = form.text(Texts.PART, "Напишите соисполнителю, что сделать");
                ask(task, Kind.PART, body(CO_EXECUTOR_ID, task, "Выберите соисполнителя"), part, form.actor());
            }
            case REQUEST_DOCUMENTS -> {
                String what = form.text(Texts.DOCUMENTS, "Напишите, какие документы нужны");
                ask(
                        task,
                        Kind.DOCUMENTS,
                        body(DOCUMENTS_BODY_ID, task, "Выберите, у кого запросить документы"),
                        what,
                        form.actor());
            }
            case MORE_TIME ->
                timeRequests.askExtension(
                        Cases.of(task),
                        term(form),
                        form.text(Texts.EXTENSION, "Объясните, почему нужно больше времени"),
                        form.actor());
            case ASK_AUTHOR ->
                questions.ask(task, form.optionalText(AuthorQuestionProcess.Texts.QUESTION), true, form.actor());
        }
        Texts.OF_WORK.forEach(text -> text.take(task));
        WAIT_OUTCOME.take(task);
    }

    private void report(DelegateTask task, CompletedForm form, WorkOutcome outcome) {
        boolean impossible = outcome == WorkOutcome.IMPOSSIBLE;
        RefusalGround ground = impossible ? form.choice(REFUSAL_GROUND, "Выберите основание отказа") : null;
        String norm = impossible ? form.text(Texts.REFUSAL_NORM, "Назовите норму: закон, статью, пункт") : null;
        WorkEvidence evidence = new WorkEvidence(
                form.link(Texts.PHOTO_BEFORE_URL).orElse(null),
                form.link(Texts.EVIDENCE_URL).orElse(null),
                form.optionalText(Texts.WORK_PLACE).orElse(null),
                form.date(Texts.WORK_DONE_ON).map(dates::ofWork).orElse(null));
        String text = form.text(Texts.WORK, "Опишите, что сделано или почему не сделано");
        work.reported(Cases.of(task), new WorkReport(outcome.result(), text, evidence, ground, norm), form.actor());
        CO_EXECUTION_OPEN.set(
                task, !requests.openForChange(Cases.of(task), Kind.PART).isEmpty());
    }

    private static String body(ProcessVariable<String> variable, DelegateTask task, String request) {
        return variable.take(task).orElseThrow(() -> new FormRefusal(request));
    }

    /** A restricted case belongs to a tenant of its own: other bodies would learn of it. */
    private void ask(DelegateTask task, Kind kind, String bodyId, String text, String actor) {
        if (!BODY_ID.from(task).equals(task.getTenantId())) {
            throw new FormRefusal("К закрытому инциденту другие органы не привлекают");
        }
        REQUEST_ID.set(task, requests.ask(Cases.of(task), kind, bodyId, text, actor));
    }

    private static Term term(CompletedForm form) {
        int amount = form.count(EXTENSION_AMOUNT, "На сколько продлить – целое число больше нуля");
        try {
            return new Term(
                    amount,
                    form.choice(EXTENSION_UNIT, "Выберите, в чём считать продление")
                            .unit());
        } catch (IllegalArgumentException tooLong) {
            throw new FormRefusal("Срок продлевается не больше чем на 731 день");
        }
    }
}
