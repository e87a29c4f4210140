package ru.cur.channel;

import org.springframework.stereotype.Component;
import ru.cur.reply.ReplyChannels;

/** Tells the checks of answers what kind of channel it is; one that nobody knows counts as public. */
@Component
class KnownChannels implements ReplyChannels {

    @Override
    public String title(String channel) {
        return Channel.of(channel).map(Channel::title).orElse(channel);
    }

    @Override
    public boolean isPublic(String channel) {
        return Channel.of(channel).map(Channel::isPublic).orElse(true);
    }
}
