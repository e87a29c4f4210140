package ru.cur.channel.inbox;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox without the rest of the program. */
public final class TestInbox {

    private TestInbox() {}

    public static Inbox on(JdbcClient jdbc, Clock clock) {
        return new Inbox(new EventStore(jdbc, clock));
    }
}
