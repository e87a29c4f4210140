package ru.cur.reply;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.reply.Recipients.Recipient;

/** Brings an approved answer, a question or a notice to everyone who wrote about the case. */
@Service
public class Publications {
    private final Answers answers;
    private final AnswerStore answerStore;
    private final DeliveryStore deliveries;
    private final Sending sending;
    private final Recipients recipients;
    private final ReplyChannels channels;
    private final ApplicationEventPublisher events;

    Publications(
            Answers answers,
            AnswerStore answerStore,
            DeliveryStore deliveries,
            Sending sending,
            Recipients recipients,
            ReplyChannels channels,
            ApplicationEventPublisher events) {
        this.answers = answers;
        this.answerStore = answerStore;
        this.deliveries = deliveries;
        this.sending = sending;
        this.recipients = recipients;
        this.channels = channels;
        this.events = events;
    }

    /** What is left to do when a person has found a way to one author. */
    public enum Next {
        SEND,
        NEXT_BY_HAND,
        ANSWERED
    }

    /**
     * An author whose network has refused the answer.
     *
     * @param reason why, in Russian
     * @param text what he must be told
     * @param elsewhere other messages of his that a program can answer
     * @param left how many authors are without the answer, with him
     */
    public record Undelivered(Recipient recipient, String reason, String text, List<Recipient> elsewhere, int left) {}

    /**
     * Publishes the latest answer under each message that has not got it yet.
     *
     * @throws ChannelUnavailable when networks have refused it for good; the others have been answered
     * @throws NetworkStopped when some authors wait until their network works again; the others have been answered
     * @throws PublicationFailed when a network does not answer; those that did have been answered, also when it is tried again
     */
    @Transactional(noRollbackFor = {ChannelUnavailable.class, NetworkStopped.class})
    public void publish(String number) {
        deliver(number, answers.latest(number).orElseThrow());
    }

    /** The same for a version, which may be a question or a notice. */
    @Transactional(noRollbackFor = {ChannelUnavailable.class, NetworkStopped.class})
    public void publish(String number, int version) {
        deliver(number, answers.version(number, version));
    }

    private void deliver(String number, Answer answer) {
        send(number, answer, recipients.of(number));
        // Who wrote while the networks were asked is answered too; from here on nobody is added.
        List<Recipient> all = recipients.hold(number);
        Set<String> waiting = send(number, answer, all);
        String refused = deliveries.takeUnreported(answer.id()).stream()
                .map(this::refusal)
                .collect(Collectors.joining("; "));
        if (!refused.isEmpty()) {
            events.publishEvent(new PublicationRefused(number, refused));
        }
        if (!refusedOf(answer).isEmpty()) {
            throw new ChannelUnavailable("Ответ получили не все авторы");
        }
        if (!waiting.isEmpty()) {
            throw new NetworkStopped("Ответ ждёт: " + String.join("; ", waiting));
        }
        delivered(number, answer, Sending.SYSTEM);
    }

    private String refusal(Delivery delivery) {
        String author = Optional.ofNullable(delivery.authorName()).orElse("автор без имени");
        return "%s, %s: %s".formatted(channels.title(delivery.channel()), author, delivery.reason());
    }

    /**
     * A channel that fails once is left alone until the next attempt; the other channels are not.
     *
     * @return why some authors wait, in Russian
     */
    private Set<String> send(String number, Answer answer, List<Recipient> all) {
        boolean committed = !answerStore.isUncommitted(answer.id());
        Set<String> waiting = new LinkedHashSet<>();
        Set<String> failed = new LinkedHashSet<>();
        Set<String> stopped = new HashSet<>();
        RuntimeException first = null;
        for (Recipient recipient : unsent(answer, all)) {
            if (failed.contains(recipient.channel()) || stopped.contains(recipient.channel())) {
                continue;
            }
            try {
                if (committed) {
                    sending.send(number, answer, recipient);
                } else {
                    sending.sendWithin(number, answer, recipient);
                }
            } catch (ReplyWaits wait) {
                waiting.add(wait.getMessage());
                if (wait.isOfNetwork()) {
                    stopped.add(recipient.channel());
                }
            } catch (RuntimeException failure) {
                failed.add(recipient.channel());
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw new PublicationFailed(
                    "Сеть не отвечает (%s), ответ получили %d из %d авторов."
                            .formatted(
                                    failed.stream().map(channels::title).collect(Collectors.joining(", ")),
                                    count(answer, Delivery.State.PUBLISHED),
                                    all.size()),
                    first);
        }
        return waiting;
    }

    private List<Recipient> unsent(Answer answer, List<Recipient> all) {
        Set<Long> tried = deliveries.ofAnswer(answer.id()).stream()
                .filter(delivery -> delivery.state() != Delivery.State.PENDING)
                .map(Delivery::messageId)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(recipient -> !tried.contains(recipient.messageId()))
                .toList();
    }

    private int count(Answer answer, Delivery.State state) {
        return (int) deliveries.ofAnswer(answer.id()).stream()
                .filter(delivery -> delivery.state() == state)
                .count();
    }

    private List<Delivery> refusedOf(Answer answer) {
        return deliveries.ofAnswer(answer.id()).stream()
                .filter(delivery -> delivery.state() == Delivery.State.REFUSED)
                .toList();
    }

    /**
     * Who must be told by a person next.
     *
     * @param version of a question or a notice; null for the latest answer
     */
    @Transactional(readOnly = true)
    public Optional<Undelivered> next(String number, Integer version) {
        return find(number, version).flatMap(answer -> {
            List<Delivery> refused = refusedOf(answer);
            return refused.stream().findFirst().map(delivery -> undelivered(number, answer, delivery, refused.size()));
        });
    }

    private Undelivered undelivered(String number, Answer answer, Delivery delivery, int left) {
        Recipient recipient = recipients.of(number).stream()
                .filter(one -> one.messageId() == delivery.messageId())
                .findFirst()
                .orElseThrow();
        List<Recipient> elsewhere = recipients.elsewhere(number, delivery.messageId()).stream()
                .filter(other -> sending.serves(other.place()))
                .toList();
        return new Undelivered(recipient, delivery.reason(), answer.text(), elsewhere, left);
    }

    private Optional<Answer> find(String number, Integer version) {
        return version == null ? answers.latest(number) : Optional.of(answers.version(number, version));
    }

    /**
     * The program shall try another way to the next author.
     *
     * @param otherMessageId his message in another channel; null for a private message
     * @throws AnswerRefusal when no program goes this way
     */
    @Transactional
    public Next sendOtherwise(String number, Integer version, ReplyWay way, Long otherMessageId) {
        return found(
                number,
                version,
                (answer, next) -> {
                    Predicate<Recipient> chosen =
                            other -> Long.valueOf(other.messageId()).equals(otherMessageId);
                    if (way == ReplyWay.OTHER_CHANNEL
                            && next.elsewhere().stream().noneMatch(chosen)) {
                        throw new AnswerRefusal(
                                "Выберите другой канал из списка. Если список пуст, выберите другой способ");
                    }
                    if (way != ReplyWay.OTHER_CHANNEL
                            && !sending.serves(next.recipient().place())) {
                        throw new AnswerRefusal("В этом канале программа не отвечает, выберите другой способ");
                    }
                    deliveries.sendAgain(
                            answer.id(),
                            next.recipient().messageId(),
                            way,
                            way == ReplyWay.OTHER_CHANNEL ? otherMessageId : null);
                },
                Sending.SYSTEM);
    }

    /**
     * A person has told the next author.
     *
     * @param permalink where the answer stands, or a picture of it; null when it was told by phone
     * @param note how it was told; null when the link says it
     */
    @Transactional
    public Next deliveredByHand(
            String number, Integer version, ReplyWay way, String permalink, String note, String actor) {
        return found(
                number,
                version,
                (answer, next) -> deliveries.published(
                        answer.id(),
                        next.recipient().messageId(),
                        way,
                        ReplyPublisher.Published.at(permalink),
                        note,
                        actor),
                actor);
    }

    /** What is done about the next author. */
    private interface Found {
        void way(Answer answer, Undelivered next);
    }

    private Next found(String number, Integer version, Found found, String actor) {
        List<Recipient> all = recipients.hold(number);
        Answer answer = find(number, version).orElseThrow();
        Undelivered next = next(number, version)
                .orElseThrow(() -> new AnswerRefusal("Ответ уже у всех авторов. Обновите список задач"));
        found.way(answer, next);
        if (!unsent(answer, all).isEmpty()) {
            return Next.SEND;
        }
        if (!refusedOf(answer).isEmpty()) {
            return Next.NEXT_BY_HAND;
        }
        delivered(number, answer, actor);
        return Next.ANSWERED;
    }

    private void delivered(String number, Answer answer, String actor) {
        answerStore.publish(answer.id());
        events.publishEvent(
                answer.kind().isAnswer()
                        ? new AnswerPublished(number, answer.promisedOn(), actor)
                        : new MessageDelivered(number, answer.version(), answer.kind(), actor));
    }

    /** How all versions of a case got to their readers. */
    @Transactional(readOnly = true)
    public List<Delivery> of(String number) {
        return deliveries.ofCase(number);
    }
}
