package ru.cur.reply;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.reply.Recipients.Recipient;
import ru.cur.reply.ReplyPublisher.Place;
import ru.cur.reply.ReplyPublisher.Reply;

/**
 * Sends one answer to one author, in a transaction of its own: what has gone out is not forgotten because the next network
 * fails. A program that dies between the network and the commit sends again with the same key, and the network answers the same.
 */
@Component
class Sending {
    static final String SYSTEM = "system";

    private final DeliveryStore deliveries;
    private final Recipients recipients;
    private final List<ReplyPublisher> publishers;
    private final ObjectProvider<ReplyFiles> files;

    Sending(
            DeliveryStore deliveries,
            Recipients recipients,
            List<ReplyPublisher> publishers,
            ObjectProvider<ReplyFiles> files) {
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.publishers = publishers;
        this.files = files;
    }

    /** Nothing happens to a message that has the answer, or whose network has refused it in the way that was chosen last. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void send(String number, Answer answer, Recipient recipient) {
        trySend(number, answer, recipient);
    }

    /** The same with the caller's transaction: an answer that nobody else can see yet can't be sent ahead of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void sendWithin(String number, Answer answer, Recipient recipient) {
        trySend(number, answer, recipient);
    }

    private void trySend(String number, Answer answer, Recipient recipient) {
        Delivery delivery =
                deliveries.claim(answer.id(), recipient.messageId(), key(number, answer, recipient.messageId()));
        if (delivery.state() != Delivery.State.PENDING) {
            return;
        }
        try {
            String permalink = publish(reply(number, answer, recipient, delivery));
            deliveries.published(answer.id(), recipient.messageId(), delivery.way(), permalink, null, SYSTEM);
        } catch (ReplyRefused refusal) {
            deliveries.refused(answer.id(), recipient.messageId(), refusal);
        }
    }

    /** Whether a program answers in the channel. */
    boolean serves(String channel) {
        return publishers.stream().anyMatch(publisher -> publisher.serves(channel));
    }

    private String publish(Reply reply) {
        return publishers.stream()
                .filter(publisher -> publisher.serves(reply.channel()))
                .findFirst()
                .orElseThrow(() -> new ReplyRefused(ReplyRefused.Kind.NO_CHANNEL))
                .publish(reply);
    }

    private Reply reply(String number, Answer answer, Recipient recipient, Delivery delivery) {
        String key = key(number, answer, recipient.messageId());
        Place place = recipient.place();
        if (delivery.way() == ReplyWay.PRIVATE_MESSAGE) {
            key += "/private";
        } else if (delivery.way() == ReplyWay.OTHER_CHANNEL) {
            // The key of the message that is answered: should it get this answer for itself, it gets it once.
            key = key(number, answer, delivery.otherMessageId());
            place = recipients.elsewhere(number, recipient.messageId()).stream()
                    .filter(other -> other.messageId() == delivery.otherMessageId())
                    .map(Recipient::place)
                    .findFirst()
                    .orElseThrow(() -> new ReplyRefused(ReplyRefused.Kind.MESSAGE_DELETED));
        }
        return new Reply(key, delivery.way(), place, answer.text(), filesOf(number, answer));
    }

    private List<ReplyFile> filesOf(String number, Answer answer) {
        ReplyFiles known = answer.kind().isAnswer() ? files.getIfAvailable() : null;
        return known == null ? List.of() : known.of(number);
    }

    private static String key(String number, Answer answer, long messageId) {
        return "%s/%d/%d".formatted(number, answer.version(), messageId);
    }
}
