package ru.cur.reply;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.platform.database.OneAtATime;
import ru.cur.reply.Recipients.Recipient;
import ru.cur.reply.ReplyPublisher.Place;
import ru.cur.reply.ReplyPublisher.Published;
import ru.cur.reply.ReplyPublisher.Reply;

/**
 * Sends one answer to one author, in transactions of its own: what has gone out is not forgotten because the next network
 * fails. That the network is asked is committed before it is asked. A program that dies before it has noted the answer sends
 * again with the same key, and says that the first attempt may have got there.
 */
@Component
class Sending {
    static final String SYSTEM = "system";

    private final DeliveryStore deliveries;
    private final Recipients recipients;
    private final List<ReplyPublisher> publishers;
    private final ObjectProvider<ReplyFiles> files;
    private final ReplyProperties properties;
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    Sending(
            DeliveryStore deliveries,
            Recipients recipients,
            List<ReplyPublisher> publishers,
            ObjectProvider<ReplyFiles> files,
            ReplyProperties properties,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.publishers = publishers;
        this.files = files;
        this.properties = properties;
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One answer on its way to one author. */
    private record Letter(String number, Answer answer, Recipient recipient, String key) {}

    /**
     * Nothing happens to a message that has the answer, or whose network has refused it in the way that was chosen last.
     *
     * @throws ReplyWaits when it can't go out for now and it is known why
     * @throws RuntimeException when the network fails for now
     */
    void send(String number, Answer answer, Recipient recipient) {
        Letter letter = letter(number, answer, recipient);
        boolean mayBeOut = Boolean.TRUE.equals(alone.execute(begun -> {
            queue(letter);
            return deliveries.attempt(letter.key());
        }));
        try {
            alone.executeWithoutResult(begun -> trySend(letter, mayBeOut));
        } catch (ReplyWaits | ReplyNotOut sure) {
            if (!mayBeOut) {
                alone.executeWithoutResult(begun -> deliveries.notOut(letter.key()));
            }
            throw sure;
        }
    }

    /** The same with the caller's transaction: an answer that nobody else can see yet can't be sent ahead of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void sendWithin(String number, Answer answer, Recipient recipient) {
        Letter letter = letter(number, answer, recipient);
        queue(letter);
        trySend(letter, false);
    }

    private static Letter letter(String number, Answer answer, Recipient recipient) {
        return new Letter(number, answer, recipient, key(number, answer, recipient.messageId()));
    }

    private void queue(Letter letter) {
        deliveries.queue(
                letter.answer().id(),
                letter.recipient().messageId(),
                letter.key(),
                letter.recipient().place().conversation());
    }

    private void trySend(Letter letter, boolean mayBeOut) {
        // Who is sending in the same conversation at this moment is waited for, and only then looked at.
        OneAtATime.hold(jdbc, "conversation " + letter.recipient().place().conversation());
        Delivery delivery = deliveries.claim(letter.key());
        if (delivery.state() != Delivery.State.PENDING) {
            return;
        }
        if (deliveries.isBehind(letter.key(), properties.orderKept())) {
            throw new ReplyWaits("в той же переписке ещё не отправлен предыдущий ответ");
        }
        try {
            Published published = publish(reply(letter, delivery, mayBeOut));
            deliveries.published(
                    letter.answer().id(), letter.recipient().messageId(), delivery.way(), published, null, SYSTEM);
        } catch (ReplyRefused refusal) {
            deliveries.refused(letter.answer().id(), letter.recipient().messageId(), refusal);
        }
    }

    /** Whether a program answers there. */
    boolean serves(Place place) {
        return publishers.stream().anyMatch(publisher -> publisher.serves(place));
    }

    private Published publish(Reply reply) {
        return publishers.stream()
                .filter(publisher -> publisher.serves(reply.place()))
                .findFirst()
                .orElseThrow(() -> new ReplyRefused(ReplyRefused.Kind.NO_CHANNEL))
                .publish(reply);
    }

    private Reply reply(Letter letter, Delivery delivery, boolean mayBeOut) {
        Recipient recipient = letter.recipient();
        String key = letter.key();
        Place place = recipient.place();
        if (delivery.way() == ReplyWay.PRIVATE_MESSAGE) {
            key += "/private";
        } else if (delivery.way() == ReplyWay.OTHER_CHANNEL) {
            // The key of the message that is answered: should it get this answer for itself, it gets it once.
            key = key(letter.number(), letter.answer(), delivery.otherMessageId());
            place = recipients.elsewhere(letter.number(), recipient.messageId()).stream()
                    .filter(other -> other.messageId() == delivery.otherMessageId())
                    .map(Recipient::place)
                    .findFirst()
                    .orElseThrow(() -> new ReplyRefused(ReplyRefused.Kind.MESSAGE_DELETED));
        }
        return new Reply(
                key,
                delivery.way(),
                place,
                letter.answer().text(),
                filesOf(letter.number(), letter.answer()),
                mayBeOut);
    }

    private List<ReplyFile> filesOf(String number, Answer answer) {
        ReplyFiles known = answer.kind().isAnswer() ? files.getIfAvailable() : null;
        return known == null ? List.of() : known.of(number);
    }

    private static String key(String number, Answer answer, long messageId) {
        return "%s/%d/%d".formatted(number, answer.version(), messageId);
    }
}
