package ru.cur.incident;

import java.util.List;
import org.springframework.stereotype.Component;
import ru.cur.reply.Recipients;

/** Everyone who wrote about a case is answered in his own channel. */
@Component
class IncidentRecipients implements Recipients {
    private final IncidentStore incidents;
    private final MessageStore messages;

    IncidentRecipients(IncidentStore incidents, MessageStore messages) {
        this.incidents = incidents;
        this.messages = messages;
    }

    @Override
    public List<Recipient> of(String number) {
        // A message that is attached in this moment is answered by this answer, or refused: see Triage.attach.
        Incident kept = incidents.findForChange(new IncidentNumber(number)).orElseThrow();
        return messages.of(kept.number()).stream()
                .filter(message -> !message.followUp())
                .map(message ->
                        new Recipient(message.id(), message.channel(), message.externalId(), message.authorName()))
                .toList();
    }
}
