package ru.cur.incident.process;

import static ru.cur.incident.process.IncidentHandlingProcess.Variables.COMPLAINT_AGAINST_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.Appeals;
import ru.cur.incident.process.IncidentHandlingProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** An appeal comes into the journal. */
@Component
class RegisterAppealListener implements TaskListener { // userTask_registerAppeal
    private final Appeals appeals;

    RegisterAppealListener(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        appeals.register(
                Cases.of(task),
                new Appeals.JournalEntry(
                        form.text(Texts.APPEAL_NUMBER, "Укажите номер в журнале"),
                        form.date(Texts.APPEAL_REGISTERED_ON)
                                .orElseThrow(() -> new FormRefusal("Укажите дату регистрации")),
                        COMPLAINT_AGAINST_ID
                                .find(task)
                                .filter(id -> !id.isBlank())
                                .orElse(null)),
                form.actor());
    }
}
