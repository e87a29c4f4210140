package ru.cur;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import ru.cur.reply.ReplyPublisher;

/** Lets tests cut off one network: while it lasts, nothing can be published there. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class NetworkOutage implements ReplyPublisher {
    private volatile String down = "";

    public void begin(String channel) {
        down = channel;
    }

    public void end() {
        down = "";
    }

    @Override
    public boolean serves(String channel) {
        return channel.equals(down);
    }

    @Override
    public String publish(Reply reply) {
        throw new IllegalStateException("The network " + reply.channel() + " is down");
    }
}
