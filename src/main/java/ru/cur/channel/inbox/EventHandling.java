package ru.cur.channel.inbox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkEvent.Attached;
import ru.cur.channel.inbox.NetworkEvent.Deleted;
import ru.cur.channel.inbox.NetworkEvent.Nothing;
import ru.cur.channel.inbox.NetworkEvent.Posted;
import ru.cur.channel.inbox.NetworkEvent.Restored;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.incident.IncidentHistory;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Origin;
import ru.cur.incident.IncomingMessage.Post;
import ru.cur.incident.MessageIntake;
import ru.cur.incident.MessagePresence;

/** Does what an event asks for. */
@Component
class EventHandling {
    private final Map<Channel, NetworkEvents> networks = new EnumMap<>(Channel.class);
    private final MessageIntake intake;
    private final MessagePresence presence;
    private final Posts posts;
    private final FileStore files;
    private final ApplicationEventPublisher events;

    EventHandling(
            List<NetworkEvents> networks,
            MessageIntake intake,
            MessagePresence presence,
            Posts posts,
            FileStore files,
            ApplicationEventPublisher events) {
        networks.forEach(network -> this.networks.put(network.channel(), network));
        this.intake = intake;
        this.presence = presence;
        this.posts = posts;
        this.files = files;
        this.events = events;
    }

    /** @return why there was nothing to do; empty when there was @throws UnreadableEvent when nobody understands the event */
    Optional<String> handle(StoredEvent event) {
        NetworkEvents network = networks.get(event.channel());
        if (network == null) {
            throw new UnreadableEvent("Канал «%s» отключён, событие не прочитано"
                    .formatted(event.channel().title()));
        }
        List<NetworkEvent> told = network.read(event);
        told.forEach(one -> handle(event, one));
        return told.stream().allMatch(Nothing.class::isInstance)
                ? Optional.of(((Nothing) told.get(0)).why())
                : Optional.empty();
    }

    private void handle(StoredEvent event, NetworkEvent told) {
        if (told instanceof Wrote wrote) {
            take(event, wrote);
        } else if (told instanceof Deleted deleted) {
            presence.deleted(event.channel().code(), deleted.externalId());
        } else if (told instanceof Restored restored) {
            take(event, restored.message());
            presence.restored(
                    event.channel().code(), restored.message().message().externalId());
        } else if (told instanceof Posted posted) {
            posts.put(event.channel(), posted);
        } else if (told instanceof Attached attached) {
            files.put(event.channel(), attached);
        }
    }

    private void take(StoredEvent event, Wrote wrote) {
        IncomingMessage message = Storable.of(wrote.message());
        Post post = Optional.ofNullable(wrote.postId())
                .flatMap(id -> posts.find(event.channel(), id))
                .orElse(message.origin().post());
        MessageIntake.Receipt receipt = intake.receiveVersion(
                message.from(new Origin(message.origin().thread(), post, event.id())),
                wrote.repliesTo(),
                wrote.changedAt(),
                event.channel().regime(),
                IncidentHistory.SYSTEM);
        events.publishEvent(new MessageTaken(event, message.externalId(), receipt));
    }
}
