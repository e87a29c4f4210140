package ru.cur.incident;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one door through which messages of all channels become cases. */
@Service
public class MessageIntake {
    private final MessageStore messages;
    private final CaseRegistration registration;
    private final FollowUps followUps;
    private final IncidentHistory history;
    private final Clock clock;

    MessageIntake(
            MessageStore messages,
            CaseRegistration registration,
            FollowUps followUps,
            IncidentHistory history,
            Clock clock) {
        this.messages = messages;
        this.registration = registration;
        this.followUps = followUps;
        this.history = history;
        this.clock = clock;
    }

    /**
     * What became of a message.
     *
     * @param created whether a case was made of it; false when it had been taken in before or belongs to an open one
     */
    public record Receipt(IncidentNumber number, IncidentStatus status, boolean created) {}

    /** The same for a message that replies to none. */
    @Transactional
    public Receipt receive(IncomingMessage message, LegalRegime regime, String actor) {
        return receive(message, null, regime, actor);
    }

    /**
     * Takes a message in, at most once for each pair of channel and external id; a second arrival with another text is kept
     * as the author's edit. What an author adds to his open case becomes a part of it. When this returns, the case is stored
     * and its process waits to run.
     *
     * @param inReplyTo external id of the author's earlier message; null when it replies to none
     */
    @Transactional
    public Receipt receive(IncomingMessage message, String inReplyTo, LegalRegime regime, String actor) {
        messages.lock(message.channel(), message.externalId());
        Optional<MessageStore.Known> known = messages.find(message.channel(), message.externalId());
        if (known.isPresent()) {
            keepEdit(known.get(), message.text());
            return new Receipt(known.get().number(), known.get().status(), false);
        }
        Optional<Incident> open = followUps.caseOf(message, inReplyTo);
        if (open.isPresent()) {
            followUps.add(open.get(), message, actor);
            return new Receipt(open.get().number(), open.get().status(), false);
        }
        return new Receipt(register(message, regime, actor), IncidentStatus.NEW, true);
    }

    private void keepEdit(MessageStore.Known known, String text) {
        if (!known.text().equals(text)) {
            messages.addEdit(known, text, clock.instant());
            history.add(known.number(), IncidentHistory.SYSTEM, "Автор изменил сообщение", null);
        }
    }

    private IncidentNumber register(IncomingMessage message, LegalRegime regime, String actor) {
        IncidentNumber number = registration.begin(
                new CaseRegistration.Facts(
                        message.text(), message.place(), regime, message.publishedAt(), message.categoryHint()),
                actor);
        messages.insert(number, message, false, clock.instant());
        return number;
    }
}
