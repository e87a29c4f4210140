package ru.cur.channel.network;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets one node at a time do a chore. Time is the database's own. */
@Component
public class ChoreLeases {
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final JdbcClient jdbc;
    private final String node = UUID.randomUUID().toString();

    ChoreLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether the chore is due and nobody else does it */
    @Transactional
    public boolean take(String name) {
        return jdbc.sql("insert into channel_chore as chore (name, node, lease_until, next_at)"
                                + " values (:name, :node, clock_timestamp() + :lease * interval '1 second', clock_timestamp())"
                                + " on conflict (name) do update set node = excluded.node, lease_until = excluded.lease_until"
                                + " where chore.next_at <= clock_timestamp()"
                                + " and (chore.node = excluded.node or chore.lease_until < clock_timestamp())")
                        .param("name", name)
                        .param("node", node)
                        .param("lease", LEASE.toSeconds())
                        .update()
                > 0;
    }

    /** @param every when it is due again @param error why it failed, in a few words; null when it did not */
    @Transactional
    public void release(String name, Duration every, String error) {
        jdbc.sql("update channel_chore set lease_until = clock_timestamp(), error = :error,"
                        + " next_at = clock_timestamp() + :every * interval '1 millisecond'"
                        + " where name = :name and node = :node")
                .param("error", error)
                .param("every", every.toMillis())
                .param("name", name)
                .param("node", node)
                .update();
    }

    /** From where to ask on; empty at first. */
    @Transactional(readOnly = true)
    public Optional<String> marker(String name) {
        return jdbc.sql("select marker from channel_chore where name = :name and marker is not null")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** Belongs into the transaction that stores what was found up to there. */
    @Transactional
    public void mark(String name, String marker) {
        jdbc.sql("update channel_chore set marker = :marker where name = :name")
                .param("marker", marker)
                .param("name", name)
                .update();
    }

    /** Why the chore failed the last time; empty when it did not, or was never done. */
    @Transactional(readOnly = true)
    public Optional<String> error(String name) {
        return jdbc.sql("select error from channel_chore where name = :name and error is not null")
                .param("name", name)
                .query(String.class)
                .optional();
    }
}
