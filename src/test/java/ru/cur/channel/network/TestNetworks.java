package ru.cur.channel.network;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines to networks without the rest of the program. */
public final class TestNetworks {

    private TestNetworks() {}

    /** A network counts as stopped when the last three of ten calls failed. */
    public static Networks on(JdbcClient jdbc) {
        return new Networks(new NetworkProperties(10, 3, 50, Duration.ofMinutes(1)), new Pace(jdbc), troubles(jdbc));
    }

    public static Troubles troubles(JdbcClient jdbc) {
        return new Troubles(jdbc, Clock.systemUTC());
    }

    public static ChoreLeases leases(JdbcClient jdbc) {
        return new ChoreLeases(jdbc);
    }

    /** What went wrong so far, the newest first. */
    public static List<Troubles.Kind> troublesOf(JdbcClient jdbc) {
        return troubles(jdbc).latest(100).stream().map(Troubles.Trouble::kind).toList();
    }
}
