package ru.cur.channel.feed;

import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.cur.reply.ReplyPublisher;

/** Plays the networks for the demo: what is published shows up in «Лента» under the message it answers. */
@Component
@Profile("demo")
class FeedReplyPublisher implements ReplyPublisher {
    private static final Set<String> CHANNELS = Set.of("vk", "ok", "max", "telegram", "pos", "app");

    @Override
    public boolean serves(String channel) {
        return CHANNELS.contains(channel);
    }

    @Override
    public String publish(Reply reply) {
        return "/demo/feed#" + reply.channel() + '-' + reply.externalId();
    }
}
