package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.REJECT_REASON;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.TRIAGE_OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.MessageSplit;
import ru.cur.incident.Triage;
import ru.cur.incident.process.IncidentHandlingProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** Brings the operator's decision into the case. */
@Component
class TriageMessageListener implements TaskListener { // userTask_triageMessage
    private final Triage triage;
    private final TriageFindings findings;
    private final MessageSplit split;
    private final Disposals disposals;
    private final QuestionForms questions;

    TriageMessageListener(
            Triage triage, TriageFindings findings, MessageSplit split, Disposals disposals, QuestionForms questions) {
        this.triage = triage;
        this.findings = findings;
        this.split = split;
        this.disposals = disposals;
        this.questions = questions;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        // What was typed leaves the process whatever is decided.
        Optional<String> address = form.optionalText(Texts.ADDRESS);
        Optional<String> target = form.optionalText(Texts.TARGET_NUMBER);
        Optional<String> rejectText = form.optionalText(Texts.REJECT);
        Optional<String> splitText = form.optionalText(Texts.SPLIT);
        Optional<String> question = form.optionalText(AuthorQuestionProcess.Texts.QUESTION);
        Disposals.Typed disposal = Disposals.Typed.of(form);
        switch (form.choice(TRIAGE_OUTCOME, "Выберите решение по сообщению")) {
            case ROUTE -> findings.route(task, address.orElse(null), false, form.actor());
            case DANGER -> findings.route(task, address.orElse(null), true, form.actor());
            case JOIN -> findings.join(task, wanted(target), form.actor());
            case MERGE -> triage.attach(Cases.of(task), wanted(target), form.actor());
            case SPLIT ->
                split.split(
                        Cases.of(task),
                        splitText
                                .map(text -> text.lines()
                                        .map(String::strip)
                                        .filter(line -> !line.isEmpty())
                                        .toList())
                                .orElseThrow(() -> new FormRefusal("Запишите вопросы, каждый с новой строки")),
                        form.actor());
            case ASK -> questions.ask(task, question, false, form.actor());
            case DISPOSE -> disposals.propose(task, disposal, form.actor());
            case REJECT -> reject(task, form, rejectText);
        }
    }

    private static String wanted(Optional<String> target) {
        return target.orElseThrow(() -> new FormRefusal("Укажите номер инцидента, к которому присоединить"));
    }

    private void reject(DelegateTask task, CompletedForm form, Optional<String> rejectText) {
        RejectReason reason = form.choice(REJECT_REASON, "Укажите причину отклонения");
        String text = rejectText.orElseThrow(() -> new FormRefusal("Поясните коллегам, почему отклоняете"));
        triage.refuse(Cases.of(task), reason.name(), reason.title(), text, form.actor());
    }
}
