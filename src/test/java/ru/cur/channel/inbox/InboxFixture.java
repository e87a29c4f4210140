package ru.cur.channel.inbox;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An inbox over a database of its own, for connectors that are tested by themselves. */
public final class InboxFixture {

    private InboxFixture() {}

    public static Inbox inbox(DataSource database, Clock clock) {
        return new Inbox(new EventStore(JdbcClient.create(database), clock));
    }
}
