package ru.cur.reply;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.reply.Recipients.Recipient;

/** Brings an approved answer to everyone who wrote about the case. */
@Service
public class Publications {
    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final Answers answers;
    private final Recipients recipients;
    private final List<ReplyPublisher> publishers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publications(
            JdbcClient jdbc,
            Answers answers,
            Recipients recipients,
            List<ReplyPublisher> publishers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.recipients = recipients;
        this.publishers = publishers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes the latest answer under each message that has not got it yet.
     *
     * @throws ChannelUnavailable when some authors must be answered by a person; the others have been answered
     */
    @Transactional(noRollbackFor = ChannelUnavailable.class)
    public void publish(String number) {
        Answer answer = answers.latest(number).orElseThrow();
        TreeSet<String> unreachable = new TreeSet<>();
        for (Recipient recipient : recipients.of(number)) {
            String key = key(number, answer, recipient);
            if (!begin(answer, recipient, key)) {
                continue;
            }
            Optional<ReplyPublisher> publisher = publishers.stream()
                    .filter(candidate -> candidate.serves(recipient.channel()))
                    .findFirst();
            if (publisher.isEmpty()) {
                unreachable.add(recipient.channel());
                continue;
            }
            String permalink = publisher
                    .get()
                    .publish(new ReplyPublisher.Reply(key, recipient.channel(), recipient.externalId(), answer.text()));
            finish(key, permalink, null, SYSTEM);
        }
        if (!unreachable.isEmpty()) {
            String reason = "Нет автоматической публикации в каналах: " + String.join(", ", unreachable);
            events.publishEvent(new PublicationRefused(number, reason));
            throw new ChannelUnavailable(reason);
        }
        published(number, answer, SYSTEM);
    }

    /**
     * A person has told the answer to those whom no program reached.
     *
     * @param permalink where the answer stands; null when it was told by phone or in person
     */
    @Transactional
    public void publishedByHand(String number, String permalink, String note, String actor) {
        Answer answer = answers.latest(number).orElseThrow();
        for (Recipient recipient : recipients.of(number)) {
            String key = key(number, answer, recipient);
            if (begin(answer, recipient, key)) {
                finish(key, permalink, note, actor);
            }
        }
        published(number, answer, actor);
    }

    private void published(String number, Answer answer, String actor) {
        jdbc.sql("update answer set state = 'PUBLISHED' where id = :id")
                .param("id", answer.id())
                .update();
        events.publishEvent(new AnswerPublished(number, answer.promisedOn(), actor));
    }

    /** @return false when this answer already stands under this message */
    private boolean begin(Answer answer, Recipient recipient, String key) {
        jdbc.sql("insert into publication (answer_id, message_id, idempotency_key, state)"
                        + " values (:answer, :message, :key, 'PENDING') on conflict (idempotency_key) do nothing")
                .param("answer", answer.id())
                .param("message", recipient.messageId())
                .param("key", key)
                .update();
        return jdbc.sql("select state <> 'PUBLISHED' from publication where idempotency_key = :key for update")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    private void finish(String key, String permalink, String note, String actor) {
        jdbc.sql("update publication set state = 'PUBLISHED', permalink = :permalink, note = :note,"
                        + " published_by = :actor, published_at = :at where idempotency_key = :key")
                .param("permalink", permalink)
                .param("note", note)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("key", key)
                .update();
    }

    private static String key(String number, Answer answer, Recipient recipient) {
        return "%s/%d/%d".formatted(number, answer.version(), recipient.messageId());
    }
}
