package ru.cur.channel;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often somebody may call. Counted in the database, so that several nodes allow no more than one. */
@Component
public class CallLimits {
    private final JdbcClient jdbc;
    private final Clock clock;

    CallLimits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts a call, unless the caller has had all that he may within the window that his first one has begun. In a transaction
     * that is rolled back the call does not count.
     *
     * @param caller for instance {@code open311:demo}
     * @return empty when the call is allowed, else how long to wait
     */
    @Transactional
    public Optional<Duration> take(String caller, int most, Duration window) {
        Instant now = clock.instant();
        forget(now, caller);
        int taken = jdbc.sql(
                        "insert into call_window as present (caller, since, calls, ends) values (:caller, :now, 1, :ends)"
                                + " on conflict (caller) do update set calls = case when present.ends <= :now or present.since > :now"
                                + " then 1 else present.calls + 1 end, since = case when present.ends <= :now or present.since > :now"
                                + " then excluded.since else present.since end, ends = case when present.ends <= :now"
                                + " or present.since > :now then excluded.ends else present.ends end"
                                // A window that begins in the future was left by a clock that has been set back.
                                + " where present.ends <= :now or present.since > :now or present.calls < :most")
                .param("caller", caller)
                .param("now", Timestamp.from(now))
                .param("ends", Timestamp.from(now.plus(window)))
                .param("most", most)
                .update();
        return taken == 1 ? Optional.empty() : Optional.of(left(caller, now));
    }

    private Duration left(String caller, Instant now) {
        return jdbc.sql("select ends from call_window where caller = :caller")
                .param("caller", caller)
                .query((row, i) ->
                        Duration.between(now, row.getTimestamp("ends").toInstant()))
                .optional()
                .orElse(Duration.ZERO);
    }

    /** Addresses of people are kept no longer than they are needed. Rows that others count on just now are left to them. */
    private void forget(Instant now, String caller) {
        jdbc.sql("delete from call_window where caller in (select caller from call_window where ends <= :now"
                        + " and caller <> :caller limit 100 for update skip locked)")
                .param("now", Timestamp.from(now))
                .param("caller", caller)
                .update();
    }
}
