package ru.cur.incident;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Several questions in one message: each becomes a case of its own, answered under the same message. */
@Service
@Transactional
public class MessageSplit {
    static final int MOST_QUESTIONS = 10;
    private static final int LONGEST_QUESTION = 1000;

    private final IncidentStore incidents;
    private final MessageStore messages;
    private final CaseRegistration registration;
    private final IncidentHistory history;

    MessageSplit(
            IncidentStore incidents, MessageStore messages, CaseRegistration registration, IncidentHistory history) {
        this.incidents = incidents;
        this.messages = messages;
        this.registration = registration;
        this.history = history;
    }

    /**
     * The first question stays with this case, each further one becomes a new case that waits to be sorted.
     *
     * @param questions in the operator's words, two or more
     * @return the new cases
     * @throws CaseRefusal when there are fewer than two questions, too many, or too long ones
     */
    public List<IncidentNumber> split(IncidentNumber number, List<String> questions, String actor) {
        check(questions);
        Incident incident = incidents.findForChange(number).orElseThrow();
        Message message = messages.of(number).get(0);
        messages.setQuestion(message.id(), questions.get(0));
        List<IncidentNumber> others = questions.stream()
                .skip(1)
                .map(question -> begin(incident, message, question, actor))
                .toList();
        history.add(
                number,
                actor,
                "Сообщение разделено",
                "здесь – «%s»; остальное – %s"
                        .formatted(
                                questions.get(0),
                                String.join(
                                        ", ",
                                        others.stream()
                                                .map(IncidentNumber::value)
                                                .toList())));
        return others;
    }

    private static void check(List<String> questions) {
        if (questions.size() < 2) {
            throw new CaseRefusal("Запишите каждый вопрос с новой строки: их должно быть не меньше двух");
        }
        if (questions.size() > MOST_QUESTIONS) {
            throw new CaseRefusal("Вопросов больше %d: разделите сообщение иначе".formatted(MOST_QUESTIONS));
        }
        if (questions.stream().anyMatch(question -> question.length() > LONGEST_QUESTION)) {
            throw new CaseRefusal("Вопрос длиннее %d знаков: сократите его".formatted(LONGEST_QUESTION));
        }
    }

    private IncidentNumber begin(Incident incident, Message message, String question, String actor) {
        IncomingMessage.Place place =
                new IncomingMessage.Place(incident.address(), incident.municipalityCode(), null, null);
        IncidentNumber number = registration.begin(
                new CaseRegistration.Facts(question, place, incident.legalRegime(), message.publishedAt(), null),
                actor);
        messages.copy(message.id(), number, question);
        incidents.change(number).set("split_from", incident.number().value()).apply();
        history.add(number, actor, "Выделено из инцидента " + incident.number(), null);
        return number;
    }
}
