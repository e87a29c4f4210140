package ru.cur.incident;

import java.util.List;
import org.springframework.stereotype.Component;
import ru.cur.reply.Recipients;

/** Everyone who wrote about a case is answered in his own channel. */
@Component
class IncidentRecipients implements Recipients {
    private final MessageStore messages;

    IncidentRecipients(MessageStore messages) {
        this.messages = messages;
    }

    @Override
    public List<Recipient> of(String number) {
        return messages.of(new IncidentNumber(number)).stream()
                .map(message ->
                        new Recipient(message.id(), message.channel(), message.externalId(), message.authorName()))
                .toList();
    }
}
