package ru.cur.channel.network;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.TestDatabase;
import ru.cur.channel.network.Troubles.Trouble;

/**
 * The ways out to the networks without the rest of the program, over one database for all tests of a JVM; made anew, nothing waits
 * there and nothing has gone wrong.
 */
public record TestLines(JdbcClient jdbc, Networks networks, Troubles troubles, ChoreLeases leases) {

    /** Made with the first test that needs it. */
    private static final class Database {
        private static final DataSource TABLES = TestDatabase.migrated("lines");
    }

    public static TestLines fresh() {
        JdbcClient jdbc = JdbcClient.create(Database.TABLES);
        TestDatabase.empty(jdbc, "channel_pace, channel_trouble, channel_chore");
        return on(jdbc, Clock.systemUTC(), 10);
    }

    /** Over another database. @param calls so many must have been made, half of them failures, before a network is left alone */
    public static TestLines on(JdbcClient jdbc, Clock clock, int calls) {
        Troubles troubles = new Troubles(jdbc, clock);
        Networks networks = new Networks(
                new NetworkProperties(Math.max(10, calls), calls, 50, Duration.ofMinutes(1)), new Pace(jdbc), troubles);
        return new TestLines(jdbc, networks, troubles, new ChoreLeases(jdbc));
    }

    /** What went wrong, as {@code KIND details}. */
    public List<String> troublesSeen() {
        return troubles.latest(100).stream()
                .map((Trouble trouble) -> trouble.kind() + " " + trouble.details())
                .toList();
    }

    /** A network on a port of its own, which the caller stops. */
    public static WireMockServer network() {
        WireMockServer network =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        network.start();
        return network;
    }
}
