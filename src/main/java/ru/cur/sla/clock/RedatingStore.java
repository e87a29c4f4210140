package ru.cur.sla.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.sla.clock.Redating.State;

/** The tables of re-datings. */
@Component
class RedatingStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    RedatingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long add(long version, Integer termsVersion, String reason, String actor, int total) {
        return jdbc.sql("insert into redating (version, terms_version, reason, actor, requested_at, state, total)"
                        + " values (:version, :terms, :reason, :actor, :at, 'RUNNING', :total) returning id")
                .param("version", version)
                .param("terms", termsVersion)
                .param("reason", reason)
                .param("actor", actor)
                .param("at", now())
                .param("total", total)
                .query(Long.class)
                .single();
    }

    Optional<Redating> find(long id) {
        return jdbc.sql("select * from redating where id = :id")
                .param("id", id)
                .query(RedatingStore::redating)
                .optional();
    }

    /** Nobody else changes it until this transaction ends. @throws IllegalArgumentException when there is none */
    Redating lock(long id) {
        return jdbc.sql("select * from redating where id = :id for update")
                .param("id", id)
                .query(RedatingStore::redating)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no re-dating " + id));
    }

    Optional<Redating> active() {
        return jdbc.sql("select * from redating where state in ('RUNNING', 'PAUSED')")
                .query(RedatingStore::redating)
                .optional();
    }

    Optional<Redating> ofVersion(long version) {
        return jdbc.sql("select * from redating where version = :version")
                .param("version", version)
                .query(RedatingStore::redating)
                .optional();
    }

    List<Redating> latest(int limit) {
        return jdbc.sql("select * from redating order by id desc limit :limit")
                .param("limit", limit)
                .query(RedatingStore::redating)
                .list();
    }

    private static Redating redating(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Redating(
                row.getLong("id"),
                row.getLong("version"),
                row.getObject("terms_version", Integer.class),
                row.getString("reason"),
                row.getString("actor"),
                row.getTimestamp("requested_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                State.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("moved"));
    }

    /** @return whether it was in the one state and is in the other now */
    boolean move(long id, State from, State to) {
        return jdbc.sql("update redating set state = :to, finished_at = :finished where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("finished", to == State.RUNNING || to == State.PAUSED ? null : now())
                        .update()
                == 1;
    }

    void progress(long id, int done, int moved) {
        jdbc.sql("update redating set done = done + :done, moved = moved + :moved where id = :id")
                .param("id", id)
                .param("done", done)
                .param("moved", moved)
                .update();
    }

    void addMoves(long id, List<RedatedClock> moves) {
        if (!moves.isEmpty()) {
            jdbc.sql(
                            "insert into redating_move (redating_id, incident_number, kind, cycle, old_due, new_due)"
                                    + " select :id, n.* from unnest(cast(:numbers as text[]), cast(:kinds as text[]),"
                                    + " cast(:cycles as integer[]), cast(:olds as timestamptz[]), cast(:news as timestamptz[])) n")
                    .param("id", id)
                    .param("numbers", moves.stream().map(RedatedClock::number).toArray(String[]::new))
                    .param(
                            "kinds",
                            moves.stream().map(move -> move.kind().name()).toArray(String[]::new))
                    .param("cycles", moves.stream().map(RedatedClock::cycle).toArray(Integer[]::new))
                    .param(
                            "olds",
                            moves.stream().map(move -> move.from().toString()).toArray(String[]::new))
                    .param(
                            "news",
                            moves.stream().map(move -> move.to().toString()).toArray(String[]::new))
                    .update();
        }
    }

    List<RedatedClock> moves(long id, int limit) {
        return jdbc.sql("select * from redating_move where redating_id = :id"
                        + " order by incident_number, kind, cycle limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, i) -> new RedatedClock(
                        row.getString("incident_number"),
                        ClockKind.valueOf(row.getString("kind")),
                        row.getInt("cycle"),
                        row.getTimestamp("old_due").toInstant(),
                        row.getTimestamp("new_due").toInstant()))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
