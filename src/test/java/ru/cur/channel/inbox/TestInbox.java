package ru.cur.channel.inbox;

import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.channel.Channel;

/** The inbox without the rest of the program. */
public final class TestInbox {

    private TestInbox() {}

    public static Inbox on(JdbcClient jdbc, Clock clock) {
        return new Inbox(new EventStore(jdbc, clock));
    }

    /** An event that waits, as its network has sent it. */
    public static StoredEvent event(Channel channel, String body, Instant receivedAt) {
        return event(channel, "key", body, receivedAt);
    }

    /** The same with the name that the network has given it. */
    public static StoredEvent event(Channel channel, String key, String body, Instant receivedAt) {
        return new StoredEvent(1, channel, key, body, receivedAt, 0, StoredEvent.State.WAITING, null);
    }
}
