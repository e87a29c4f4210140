package ru.cur.channel.network;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines to networks for connectors that are tested by themselves, over a database of their own. */
public final class LineFixture {
    public final Networks networks;
    public final Troubles troubles;
    public final ChoreLeases leases;

    /** The breaker opens after so many failures that tests may have some. */
    public LineFixture(DataSource database, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(database);
        troubles = new Troubles(jdbc, clock);
        leases = new ChoreLeases(jdbc);
        networks = new Networks(new NetworkProperties(100, 100, 100, Duration.ofMinutes(1)), new Pace(jdbc), troubles);
    }
}
