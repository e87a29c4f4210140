package ru.cur.incident;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is noted of a case beside its status, at any moment of its life. */
@Service
@Transactional
public class CaseMarks {
    private final IncidentStore incidents;
    private final IncidentHistory history;
    private final ApplicationEventPublisher events;

    CaseMarks(IncidentStore incidents, IncidentHistory history, ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.history = history;
        this.events = events;
    }

    /**
     * The governor follows the case in person: a vice-governor approves its answer, too.
     *
     * @param reason in Russian, as typed
     * @throws CaseRefusal when the case is over or unknown, the reason is none, or it is so already
     */
    public void personalControl(IncidentNumber number, boolean controlled, String reason, String actor) {
        String said = StatedReason.checked(reason, "Укажите причину");
        Incident incident = incidents
                .findForChange(number)
                .orElseThrow(() -> new CaseRefusal("Инцидент %s не найден".formatted(number)));
        if (incident.status().isFinal()) {
            throw new CaseRefusal("Инцидент %s завершён".formatted(number));
        }
        if (incident.marks().personalControl() == controlled) {
            throw new CaseRefusal(controlled ? "Инцидент уже на личном контроле" : "Инцидент не на личном контроле");
        }
        incidents.change(number).set("personal_control", controlled).apply();
        history.add(
                number,
                actor,
                controlled ? "Взято на личный контроль губернатора" : "Снято с личного контроля губернатора",
                said);
        events.publishEvent(new PersonalControlChanged(number, controlled));
    }

    /** A person has read what the author has added. @param note may be null */
    public void followUpRead(IncidentNumber number, String note, String actor) {
        history.add(number, actor, "Дополнение автора учтено", note);
    }

    /** The author takes his message back. @param words his own @throws CaseRefusal when the case has ended meanwhile */
    public void withdrawalAccepted(IncidentNumber number, String words, String actor) {
        Incident incident = incidents.findForChange(number).orElseThrow();
        if (incident.status().isFinal()) {
            throw new CaseRefusal("Инцидент %s уже завершён (%s), отзывать нечего: отметьте дополнение как учтённое"
                    .formatted(number, incident.status().title()));
        }
        history.add(number, actor, "Автор отозвал сообщение", words);
    }
}
