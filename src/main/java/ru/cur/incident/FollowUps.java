package ru.cur.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Further messages of an author about a case that is open. */
@Component
class FollowUps {
    private final IncidentStore incidents;
    private final MessageStore messages;
    private final IncidentHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowUps(
            IncidentStore incidents,
            MessageStore messages,
            IncidentHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.messages = messages;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The open case that the message is about: the one it replies to; else, as authors also answer beside the question, the only
     * one of the author's that waits for an answer of his, unless he has named the category of something new.
     *
     * @param inReplyTo id of the earlier message in the same channel; null when it replies to none
     */
    Optional<Incident> caseOf(IncomingMessage message, String inReplyTo) {
        return repliedTo(message, inReplyTo).or(() -> onlyOneWaiting(message));
    }

    /**
     * The same for a message as its network tells of it: anybody may reply to anything there, and only the author of a case adds
     * to it.
     *
     * @param repliesTo ids of what it replies to, the nearest first: messages of the author, or answers of ours
     */
    Optional<Incident> caseOf(IncomingMessage message, List<String> repliesTo) {
        String author = message.author().id();
        return repliesTo.stream()
                .flatMap(id -> Stream.concat(
                        messages.casesOf(message.channel(), id).stream(),
                        messages.casesAnsweredBy(message.channel(), id).stream()))
                .filter(number -> author != null && messages.isAuthor(number, message.channel(), author))
                .flatMap(number -> incidents.find(number).stream())
                .filter(incident -> !incident.status().isFinal())
                .findFirst()
                .or(() -> onlyOneWaiting(message));
    }

    private Optional<Incident> repliedTo(IncomingMessage message, String inReplyTo) {
        return messages.casesOf(message.channel(), inReplyTo).stream()
                .flatMap(number -> incidents.find(number).stream())
                .filter(incident -> !incident.status().isFinal())
                .max(Comparator.comparing((Incident incident) -> incident.status() == IncidentStatus.CLARIFY)
                        .thenComparing(Incident::registeredAt));
    }

    private Optional<Incident> onlyOneWaiting(IncomingMessage message) {
        if (message.author().id() == null || message.categoryHint() != null) {
            return Optional.empty();
        }
        List<IncidentNumber> waiting =
                messages.waitingFor(message.channel(), message.author().id());
        return waiting.size() == 1 ? incidents.find(waiting.get(0)) : Optional.empty();
    }

    void add(Incident incident, IncomingMessage message, String actor) {
        Instant now = clock.instant();
        add(incident, message, new MessageStore.Arrival(now, now), actor);
    }

    void add(Incident incident, IncomingMessage message, MessageStore.Arrival arrival, String actor) {
        messages.insert(incident.number(), message, true, arrival);
        history.add(incident.number(), actor, "Автор написал ещё", null);
        events.publishEvent(new AuthorWrote(incident.number()));
    }
}
