package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.BODY_ID;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_CODE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_FIRST_ANSWER_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_PRIORITY;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.CATEGORY_SOLUTION_TERM;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.DANGER_TO_LIFE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EMERGENCY_DEADLINE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.MUNICIPALITY_CODE;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.MUNICIPALITY_NAME;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.REJECT_REASON;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.TRIAGE_OUTCOME;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.directory.Category;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.incident.CaseTerms;
import ru.cur.incident.Severity;
import ru.cur.incident.Triage;
import ru.cur.incident.Triage.Finding;
import ru.cur.incident.process.IncidentHandlingProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;

/** Brings the operator's decision into the case. */
@Component
class TriageMessageListener implements TaskListener { // userTask_triageMessage
    /** A danger to life is told within 15 minutes, day and night. */
    private static final Term EMERGENCY_CALL = new Term(15, TermUnit.CALENDAR_MINUTES);

    private final Triage triage;
    private final Directory directory;
    private final CaseTerms terms;
    private final Clock clock;
    private final ZoneId zone;

    TriageMessageListener(Triage triage, Directory directory, CaseTerms terms, Clock clock, ZoneId zone) {
        this.triage = triage;
        this.directory = directory;
        this.terms = terms;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        TriageOutcome outcome = form.choice(TRIAGE_OUTCOME, "Выберите решение по сообщению");
        Finding finding = finding(task, form);
        Optional<String> target = form.optionalText(Texts.TARGET_NUMBER);
        Optional<String> rejectText = form.optionalText(Texts.REJECT);
        switch (outcome) {
            case REJECT -> {
                RejectReason reason = form.choice(REJECT_REASON, "Укажите причину отклонения");
                String text = rejectText.orElseThrow(() -> new FormRefusal("Поясните коллегам, почему отклоняете"));
                triage.refuse(Cases.of(task), reason.name(), reason.title(), text, form.actor());
            }
            case MERGE ->
                triage.attach(
                        Cases.of(task),
                        target.orElseThrow(() -> new FormRefusal("Укажите номер инцидента, к которому присоединить")),
                        form.actor());
            case ROUTE, DANGER -> route(task, finding, outcome == TriageOutcome.DANGER, form.actor());
        }
    }

    private static Finding finding(DelegateTask task, CompletedForm form) {
        return new Finding(
                CATEGORY_CODE.find(task).orElse(null),
                MUNICIPALITY_CODE.find(task).orElse(null),
                form.optionalText(Texts.ADDRESS).orElse(null),
                BODY_ID.find(task).orElse(null));
    }

    private void route(DelegateTask task, Finding finding, boolean danger, String actor) {
        Category category = Optional.ofNullable(finding.categoryCode())
                .flatMap(directory::category)
                .orElseThrow(() -> new FormRefusal("Выберите тему"));
        Municipality municipality = Optional.ofNullable(finding.municipalityCode())
                .flatMap(code -> directory.municipality(
                        code, clock.instant().atZone(zone).toLocalDate()))
                .orElseThrow(() -> new FormRefusal("Выберите муниципалитет"));
        triage.accept(Cases.of(task), finding, danger, actor);
        DANGER_TO_LIFE.set(task, danger);
        CATEGORY_NAME.set(task, category.name());
        CATEGORY_PRIORITY.set(task, Severity.valueOf(category.priority()));
        CATEGORY_FIRST_ANSWER_TERM.set(task, category.firstAnswerTerm());
        CATEGORY_SOLUTION_TERM.set(task, category.solutionTerm());
        MUNICIPALITY_CODE.set(task, municipality.code());
        MUNICIPALITY_NAME.set(task, municipality.name());
        if (danger) {
            EMERGENCY_DEADLINE.set(task, terms.fromNow(EMERGENCY_CALL));
        }
    }
}
