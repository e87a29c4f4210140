package ru.cur.reply.process;

import static ru.cur.reply.process.ReplyPublicationProcess.Variables.INCIDENT_NUMBER;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.REPLY_OUTCOME;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.REWORK_REASON;
import static ru.cur.reply.process.ReplyPublicationProcess.Variables.REWORK_REQUIRED;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;
import ru.cur.reply.process.ReplyPublicationProcess.Texts;
import ru.cur.sla.RussianDates;

/** What curator and vice-governor do alike with a draft. */
@Component
class DraftDecisions {
    private final Answers answers;
    private final ReplyClocks clocks;
    private final Clock clock;
    private final ZoneId zone;

    DraftDecisions(Answers answers, ReplyClocks clocks, Clock clock, ZoneId zone) {
        this.answers = answers;
        this.clocks = clocks;
        this.clock = clock;
        this.zone = zone;
    }

    /** @throws FormRefusal when it is not said why */
    void sendBack(DelegateTask task, CompletedForm form) {
        ReworkReason reason = form.choice(REWORK_REASON, "Укажите причину возврата");
        String text = form.text(Texts.RETURN, "Напишите исполнителю, что исправить");
        answers.sendBack(INCIDENT_NUMBER.from(task), reason.title(), text, form.actor());
        clocks.sentBack(task, form.actor());
        REPLY_OUTCOME.set(task, ReplyPublicationProcess.RETURNED);
        REWORK_REQUIRED.set(task, true);
    }

    /** @throws FormRefusal when the draft has waited for longer than it promises */
    void agree(DelegateTask task, CompletedForm form) {
        refuseBrokenPromise(task);
        answers.agree(INCIDENT_NUMBER.from(task), form.actor());
    }

    private void refuseBrokenPromise(DelegateTask task) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        answers.latest(INCIDENT_NUMBER.from(task))
                .map(Answer::promisedOn)
                .filter(promisedOn -> promisedOn.isBefore(today))
                .ifPresent(promisedOn -> {
                    throw new FormRefusal("Обещанная дата %s уже прошла. Верните ответ на доработку."
                            .formatted(RussianDates.day(promisedOn)));
                });
    }
}
