package ru.cur.incident.process;

import static ru.cur.incident.process.ExecutionProcess.Variables.CONTROL_DEADLINE;
import static ru.cur.incident.process.ExecutionProcess.Variables.PROMISE_GIVEN;
import static ru.cur.incident.process.IncidentHandlingProcess.Variables.EXECUTION_OUTCOME;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.process.ExecutionProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.reply.Answers;
import ru.cur.sla.RussianDates;
import ru.cur.sla.WorkingCalendar;

/** Hands a draft over for approval. */
@Component
class PrepareResponseListener implements TaskListener { // userTask_prepareResponse
    private final Answers answers;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final ZoneId zone;

    PrepareResponseListener(Answers answers, WorkingCalendar calendar, Clock clock, ZoneId zone) {
        this.answers = answers;
        this.calendar = calendar;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        Optional<LocalDate> promisedOn = form.date(Texts.PROMISED_ON);
        boolean promise = PROMISE_GIVEN.find(task).orElse(false);
        LocalDate date = promise ? checked(promisedOn) : null;
        answers.submit(Cases.of(task).value(), form.text(Texts.RESPONSE, "Напишите ответ автору"), date, form.actor());
        PROMISE_GIVEN.set(task, promise);
        CONTROL_DEADLINE.set(task, promise ? calendar.endOfWorkingDay(date) : null);
        EXECUTION_OUTCOME.set(task, ExecutionProcess.PREPARED);
    }

    private LocalDate checked(Optional<LocalDate> promisedOn) {
        LocalDate date = promisedOn.orElseThrow(() -> new FormRefusal("Укажите дату, к которой обещаете выполнить"));
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        if (date.isBefore(today)) {
            throw new FormRefusal("Дата обещания %s уже прошла".formatted(RussianDates.day(date)));
        }
        if (date.isAfter(today.plusYears(1))) {
            throw new FormRefusal("Обещать можно не дольше чем на год вперёд");
        }
        return date;
    }
}
