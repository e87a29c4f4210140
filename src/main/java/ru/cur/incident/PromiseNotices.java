package ru.cur.incident;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.cur.reply.Answer;
import ru.cur.reply.Answers;
import ru.cur.sla.RussianDates;

/** Tells authors, to whom a date has been promised, of another one. */
@Component
class PromiseNotices {
    private static final String NEW_DATE =
            "Здравствуйте! Работы по вашему сообщению займут больше времени, чем мы обещали. Новый срок: до %s. Работы остаются на контроле.";

    private final Answers answers;
    private final MassIncidents mass;
    private final ApplicationEventPublisher events;

    PromiseNotices(Answers answers, MassIncidents mass, ApplicationEventPublisher events) {
        this.answers = answers;
        this.mass = mass;
        this.events = events;
    }

    /** The author of the case, and those who wait for its answers: they were promised the same. */
    void moved(IncidentNumber number, LocalDate day) {
        tell(number, day);
        mass.waitingFor(number).forEach(waiting -> tell(waiting, day));
    }

    private void tell(IncidentNumber number, LocalDate day) {
        String text = NEW_DATE.formatted(RussianDates.day(day));
        int notice = answers.addMessage(number.value(), Answer.Kind.NOTICE, text, IncidentHistory.SYSTEM);
        events.publishEvent(new TermMoved(number, notice));
    }
}
