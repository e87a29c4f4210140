package ru.cur.channel.email;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import ru.cur.channel.Channel;
import ru.cur.channel.email.OutgoingLetter.Draft;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.inbox.StoredEvent;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWay;

/**
 * Answers letters by letters, with the pictures attached. The id of an answer follows from its key, and a copy is kept in the
 * mailbox: after an attempt that broke off, the copy proves that the answer is out; without one a person must look.
 */
class EmailReplyPublisher implements ReplyPublisher {
    private final Inbox inbox;
    private final OutgoingLetter writer;
    private final EmailSending sending;
    private final EmailProperties settings;
    private final Clock clock;

    EmailReplyPublisher(
            Inbox inbox, OutgoingLetter writer, EmailSending sending, EmailProperties settings, Clock clock) {
        this.inbox = inbox;
        this.writer = writer;
        this.sending = sending;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean serves(Place place) {
        return place.channel().equals(Channel.EMAIL.code())
                && inbox.find(Channel.EMAIL, place.externalId()).isPresent();
    }

    @Override
    public Published publish(Reply reply) {
        if (reply.way() == ReplyWay.PRIVATE_MESSAGE) {
            throw new ReplyRefused(Kind.PRIVATE_MESSAGES_CLOSED, "письмо и так личное");
        }
        String id = id(reply.idempotencyKey());
        if (reply.mayBeOut()) {
            if (sending.hasCopy("<" + id + ">")) {
                return new Published(id, null);
            }
            throw new ReplyRefused(Kind.OUTCOME_UNKNOWN);
        }
        MimeMessage letter = writer.write(draft(reply, id), clock.instant());
        sending.send(letter);
        sending.keepCopy(letter);
        return new Published(id, null);
    }

    private Draft draft(Reply reply, String id) {
        String answered = reply.place().externalId();
        StoredEvent event = inbox.find(Channel.EMAIL, answered).orElseThrow();
        Letter letter = Letter.of(event);
        return new Draft(
                "<" + id + ">",
                letter.replyTo().orElseThrow(() -> new ReplyRefused(Kind.AUTHOR_BLOCKED, "в письме нет адреса")),
                letter,
                answered,
                reply.text(),
                reply.files());
    }

    /** Keys have letters that ids may not have. */
    private String id(String key) {
        return "answer-%s@%s"
                .formatted(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), settings.domain());
    }
}
