package ru.cur.incident;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an author has told a person of the CUR about his open case: on the phone, at the counter, in a private message. */
@Service
@Transactional
public class AuthorWords {
    private static final int LONGEST = 4000;

    private final IncidentStore incidents;
    private final MessageStore messages;
    private final FollowUps followUps;

    AuthorWords(IncidentStore incidents, MessageStore messages, FollowUps followUps) {
        this.incidents = incidents;
        this.messages = messages;
        this.followUps = followUps;
    }

    /**
     * Becomes a further message of the case.
     *
     * @throws CaseRefusal when the case is unknown or has ended, or nothing was said
     */
    public void add(IncidentNumber number, String words, String actor) {
        String said = words == null ? "" : words.strip();
        if (said.isEmpty() || said.length() > LONGEST || said.indexOf('\0') >= 0) {
            throw new CaseRefusal("Запишите, что сообщил автор, не длиннее %d знаков".formatted(LONGEST));
        }
        Incident incident = incidents
                .findForChange(number)
                .filter(found -> !found.status().isFinal())
                .orElseThrow(() ->
                        new CaseRefusal("Инцидент %s завершён: зарегистрируйте новое сообщение".formatted(number)));
        Message first = messages.of(number).get(0);
        followUps.add(
                incident,
                new IncomingMessage(
                        first.channel(),
                        "cur-" + UUID.randomUUID(),
                        new IncomingMessage.Author(null, first.authorName(), first.authorContact()),
                        said,
                        null,
                        null,
                        IncomingMessage.Place.UNKNOWN,
                        List.of()),
                actor);
    }
}
