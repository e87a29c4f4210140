package ru.cur.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one door through which messages of all channels become cases. */
@Service
public class MessageIntake {
    private final MessageStore messages;
    private final CaseRegistration registration;
    private final FollowUps followUps;
    private final MessagePresence presence;
    private final IncidentHistory history;
    private final Clock clock;

    MessageIntake(
            MessageStore messages,
            CaseRegistration registration,
            FollowUps followUps,
            MessagePresence presence,
            IncidentHistory history,
            Clock clock) {
        this.messages = messages;
        this.registration = registration;
        this.followUps = followUps;
        this.presence = presence;
        this.history = history;
        this.clock = clock;
    }

    /**
     * What became of a message.
     *
     * @param created whether a case was made of it; false when it had been taken in before or belongs to an open one
     */
    public record Receipt(IncidentNumber number, IncidentStatus status, boolean created) {}

    /** Who brings messages, and under which law they are read. @param actor a login, the name of a program, or the system */
    private record Door(LegalRegime regime, String actor) {}

    /** Which case an unknown message belongs to. */
    private interface OpenCase {
        Optional<Incident> of(IncomingMessage message);
    }

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
            return known.get().text().equals(message.text())
                    ? receipt(known.get())
                    : keepVersion(known.get(), message.text(), clock.instant(), false);
        }
        Instant written = Optional.ofNullable(message.publishedAt()).orElseGet(clock::instant);
        return take(message, written, unknown -> followUps.caseOf(unknown, inReplyTo), new Door(regime, actor));
    }

    /**
     * The same for a message as its network tells of it, perhaps late and out of order: of several versions of its text the one
     * that was written last holds, in whatever order they come, and what was deleted before it came is marked at once.
     *
     * @param repliesTo ids of what it replies to, the nearest first: messages, or answers of ours; they count when the author is
     *     the same
     * @param changedAt when the text was changed into this, by the network, or when that was told if the network does not say;
     *     null for the first version
     */
    @Transactional
    public Receipt receiveVersion(
            IncomingMessage message, List<String> repliesTo, Instant changedAt, LegalRegime regime, String actor) {
        messages.lock(message.channel(), message.externalId());
        Instant versionAt = Optional.ofNullable(changedAt)
                .or(() -> Optional.ofNullable(message.publishedAt()))
                .orElseGet(clock::instant);
        return messages.find(message.channel(), message.externalId())
                .map(known -> keepVersion(known, message.text(), versionAt, changedAt == null))
                .orElseGet(() -> take(
                        message, versionAt, unknown -> followUps.caseOf(unknown, repliesTo), new Door(regime, actor)));
    }

    /** What has become of a message that was taken in before; empty for an unknown one. */
    @Transactional(readOnly = true)
    public Optional<Receipt> find(String channel, String externalId) {
        return messages.find(channel, externalId).map(MessageIntake::receipt);
    }

    /**
     * Of two versions of the same moment the later arrival holds, unless it is the original, which is older than any change. A
     * change back to words that hold already is kept as well: what lies between the two may still be on its way.
     */
    private Receipt keepVersion(MessageStore.Known known, String text, Instant versionAt, boolean original) {
        boolean holds = original ? versionAt.isAfter(known.versionAt()) : !versionAt.isBefore(known.versionAt());
        boolean same = known.text().equals(text);
        if (!same || (holds && !original)) {
            Instant justBefore = known.versionAt().minusMillis(1);
            messages.addEdit(
                    known, text, holds || versionAt.isBefore(justBefore) ? versionAt : justBefore, clock.instant());
        }
        if (!same && holds) {
            history.add(known.number(), IncidentHistory.SYSTEM, "Автор изменил сообщение", null);
        }
        return receipt(known);
    }

    private static Receipt receipt(MessageStore.Known known) {
        return new Receipt(known.number(), known.status(), false);
    }

    private Receipt take(IncomingMessage message, Instant versionAt, OpenCase openCase, Door door) {
        MessageStore.Arrival arrival = new MessageStore.Arrival(versionAt, clock.instant());
        Optional<Incident> open = openCase.of(message);
        if (open.isPresent()) {
            followUps.add(open.get(), message, arrival, door.actor());
        }
        IncidentNumber number =
                open.map(Incident::number).orElseGet(() -> register(message, arrival, door.regime(), door.actor()));
        presence.markIfDeleted(number, message.channel(), message.externalId());
        return new Receipt(number, open.map(Incident::status).orElse(IncidentStatus.NEW), open.isEmpty());
    }

    private IncidentNumber register(
            IncomingMessage message, MessageStore.Arrival arrival, LegalRegime regime, String actor) {
        IncidentNumber number = registration.begin(
                new CaseRegistration.Facts(
                        message.text(), message.place(), regime, message.publishedAt(), message.categoryHint()),
                actor);
        messages.insert(number, message, false, arrival);
        return number;
    }
}
