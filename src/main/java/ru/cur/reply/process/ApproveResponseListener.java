package ru.cur.reply.process;

import static ru.cur.reply.process.ReplyPublicationProcess.Variables.APPROVAL_OUTCOME;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.REPLY_OUTCOME;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.REWORK_REASON;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.REWORK_REQUIRED;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;
import ru.cur.reply.process.ReplyPublicationProcess.Texts;
import ru.cur.sla.RussianDates;

/** Brings the curator's decision to the draft. */
@Component
class ApproveResponseListener implements TaskListener { // userTask_approveResponse
    private final Answers answers;
    private final ReplyClocks clocks;
    private final Clock clock;
    private final ZoneId zone;

    ApproveResponseListener(Answers answers, ReplyClocks clocks, Clock clock, ZoneId zone) {
        this.answers = answers;
        this.clocks = clocks;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void notify(DelegateTask task) {
        CompletedForm form = new CompletedForm(task);
        String number = INCIDENT_NUMBER.from(task);
        Optional<String> text = form.optionalText(Texts.RETURN);
        switch (form.choice(APPROVAL_OUTCOME, "Выберите: согласовать или вернуть")) {
            case APPROVE -> {
                refuseBrokenPromise(number);
                answers.approve(number, form.actor());
                clocks.approved(task, form.actor());
            }
            case RETURN -> {
                ReworkReason reason = form.choice(REWORK_REASON, "Укажите причину возврата");
                answers.sendBack(
                        number,
                        reason.title(),
                        text.orElseThrow(() -> new FormRefusal("Напишите исполнителю, что исправить")),
                        form.actor());
                clocks.sentBack(task, form.actor());
                REPLY_OUTCOME.set(task, ReplyPublicationProcess.RETURNED);
                REWORK_REQUIRED.set(task, true);
            }
        }
    }

    /** A draft may have waited for longer than it promises. */
    private void refuseBrokenPromise(String number) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        answers.latest(number)
                .map(Answer::promisedOn)
                .filter(promisedOn -> promisedOn.isBefore(today))
                .ifPresent(promisedOn -> {
                    throw new FormRefusal("Обещанная дата %s уже прошла. Верните ответ на доработку."
                            .formatted(RussianDates.day(promisedOn)));
                });
    }
}
