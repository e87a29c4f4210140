package ru.cur;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyWaits;
import ru.cur.reply.ReplyWay;

/**
 * The networks as a test wants them: down, refusing one message for good, or dying after they have taken a reply. What they
 * took they remember by its key, as a network does that is asked to publish nothing twice.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class NetworkOutage implements ReplyPublisher {
    private final Map<String, ReplyRefused.Kind> refusals = new ConcurrentHashMap<>();
    private final Map<String, Reply> taken = new ConcurrentHashMap<>();
    private final List<Reply> asked = new CopyOnWriteArrayList<>();
    private volatile String down = "";
    private volatile String stopped = "";
    private volatile String dying = "";
    private volatile String serving = "";

    /** Nothing can be published in the channel. */
    public void begin(String channel) {
        down = channel;
    }

    /** The channel stands still for some time, and the program knows it. */
    public void stop(String channel) {
        stopped = channel;
    }

    /** All is well again, and nothing is remembered. */
    public void end() {
        down = "";
        stopped = "";
        dying = "";
        serving = "";
        refusals.clear();
        taken.clear();
        asked.clear();
    }

    /** The channel is served by this network, which remembers. */
    public void serve(String channel) {
        serving = channel;
    }

    /** The next reply in the channel is taken, but its sender never hears of it. */
    public void dieAfterTheNextReply(String channel) {
        serving = channel;
        dying = channel;
    }

    /** A reply to the message, or a private message to its author, is refused for good. */
    public void refuse(String channel, String externalId, ReplyWay way, ReplyRefused.Kind kind) {
        serving = channel;
        refusals.put(externalId + way, kind);
    }

    /** Every attempt, also those that failed. */
    public List<Reply> asked() {
        return List.copyOf(asked);
    }

    /** What stands in the network, by key. */
    public Map<String, Reply> taken() {
        return Map.copyOf(taken);
    }

    @Override
    public boolean serves(Place place) {
        return List.of(down, stopped, serving).contains(place.channel());
    }

    @Override
    public Published publish(Reply reply) {
        asked.add(reply);
        if (reply.channel().equals(stopped)) {
            throw ReplyWaits.forNetwork("Сеть " + reply.channel() + " стоит", null);
        }
        if (reply.channel().equals(down)) {
            throw new IllegalStateException("The network " + reply.channel() + " is down");
        }
        ReplyRefused.Kind refusal = refusals.get(reply.place().externalId() + reply.way());
        if (refusal != null) {
            throw new ReplyRefused(refusal);
        }
        taken.putIfAbsent(reply.idempotencyKey(), reply);
        if (reply.channel().equals(dying)) {
            dying = "";
            throw new IllegalStateException("The connection was lost after the reply was taken");
        }
        return new Published("reply-" + reply.idempotencyKey(), "https://network.example/" + reply.idempotencyKey());
    }
}
