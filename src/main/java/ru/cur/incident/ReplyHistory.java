package ru.cur.incident;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.cur.reply.Answer;
import ru.cur.reply.AnswerEndorsed;
import ru.cur.reply.MessageDelivered;

/** What the history of a case tells of answers and messages without any consequence for the case. */
@Component
class ReplyHistory {
    private final IncidentHistory history;

    ReplyHistory(IncidentHistory history) {
        this.history = history;
    }

    @EventListener
    void on(AnswerEndorsed event) {
        history.add(
                new IncidentNumber(event.number()),
                event.actor(),
                "Ответ согласован куратором, ждёт вице-губернатора",
                null);
    }

    @EventListener
    void on(MessageDelivered event) {
        String what = event.kind() == Answer.Kind.QUESTION ? "Автору задан вопрос" : "Автор уведомлён";
        history.add(new IncidentNumber(event.number()), event.actor(), what + ", версия " + event.version(), null);
    }
}
