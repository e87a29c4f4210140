package ru.cur.channel.feed;

import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWay;

/**
 * Plays the networks that the demo has no protocol for: what is published shows up in «Лента» under the message it answers, unless
 * «Лента» was told to refuse it.
 */
@Component
@Order // after the connectors of the networks
@Profile("demo")
class FeedReplyPublisher implements ReplyPublisher {
    private static final Set<String> CHANNELS = Set.of("vk", "ok", "max", "telegram", "pos");
    /** A deleted comment or a closed discussion is no obstacle for a private message. */
    private static final Set<Kind> PRIVATE = Set.of(Kind.AUTHOR_BLOCKED, Kind.PRIVATE_MESSAGES_CLOSED);

    private final FeedObstacles obstacles;

    FeedReplyPublisher(FeedObstacles obstacles) {
        this.obstacles = obstacles;
    }

    @Override
    public boolean serves(Place place) {
        return CHANNELS.contains(place.channel());
    }

    @Override
    public Published publish(Reply reply) {
        Optional<Kind> obstacle = obstacles.of(reply.channel(), reply.place().externalId());
        boolean privately = reply.way() == ReplyWay.PRIVATE_MESSAGE;
        obstacle.filter(kind -> privately ? PRIVATE.contains(kind) : kind != Kind.PRIVATE_MESSAGES_CLOSED)
                .ifPresent(kind -> {
                    throw new ReplyRefused(kind);
                });
        return Published.at(
                "/demo/feed#" + reply.channel() + '-' + reply.place().externalId());
    }
}
