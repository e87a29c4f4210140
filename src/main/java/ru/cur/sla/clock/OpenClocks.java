package ru.cur.sla.clock;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Many open clocks at a time: a few statements for a hundred cases. */
@Component
class OpenClocks {
    private static final String CLOCKS =
            "select c.*, e.at, e.type, e.reason, e.actor, e.approver, e.extension from sla_clock c"
                    + " join sla_clock_event e on e.clock_id = c.id where c.state <> 'STOPPED'";

    private final JdbcClient jdbc;

    OpenClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A clock and what its row says. @param dueAt null while it is paused */
    record OpenClock(long id, SlaClock clock, Instant dueAt, String explanation) {

        OpenClock with(ClockEvent event) {
            return new OpenClock(id, clock.with(event), dueAt, explanation);
        }
    }

    /** What the row of a clock is to say. @param dueAt null while the clock is paused */
    record Redated(long id, Instant dueAt, String explanation) {}

    List<OpenClock> all() {
        return read(jdbc.sql(CLOCKS + " order by e.clock_id, e.id"));
    }

    int countCases() {
        return jdbc.sql("select count(distinct incident_number) from sla_clock where state <> 'STOPPED'")
                .query(Integer.class)
                .single();
    }

    List<ClocksOfVersion> byTermsVersion() {
        return jdbc.sql("select terms_version, count(*) as clocks from sla_clock"
                        + " where state <> 'STOPPED' and terms_version is not null group by 1 order by 1 desc")
                .query((row, i) -> new ClocksOfVersion(row.getInt("terms_version"), row.getInt("clocks")))
                .list();
    }

    /**
     * Cases with an open clock that was computed by an earlier version of the calendars; the oldest versions first.
     *
     * @return at most so many numbers, none only when there is no such case left
     */
    List<String> stale(long version, int limit) {
        return jdbc.sql("select distinct incident_number from (select incident_number from sla_clock"
                        + " where state <> 'STOPPED' and calendar_version < :version"
                        + " order by calendar_version, id limit :clocks) stale limit :cases")
                .param("version", version)
                .param("clocks", limit * ClockKind.values().length / 2)
                .param("cases", limit)
                .query(String.class)
                .list();
    }

    /** The open clocks of the cases. */
    List<OpenClock> ofCases(Collection<String> numbers) {
        return read(jdbc.sql(CLOCKS + " and c.incident_number in (:numbers) order by c.incident_number, c.id, e.id")
                .param("numbers", numbers));
    }

    private static List<OpenClock> read(StatementSpec statement) {
        Map<Long, OpenClock> clocks = new LinkedHashMap<>();
        statement.query(row -> {
            ClockEvent event = ClockStore.event(row);
            OpenClock known = clocks.get(row.getLong("id"));
            Timestamp due = row.getTimestamp("due_at");
            clocks.put(
                    row.getLong("id"),
                    known != null
                            ? known.with(event)
                            : new OpenClock(
                                    row.getLong("id"),
                                    ClockStore.clock(row, event),
                                    due == null ? null : due.toInstant(),
                                    row.getString("explanation")));
        });
        return new ArrayList<>(clocks.values());
    }

    /** The clocks read the same by this version. */
    void stamp(List<Long> ids, long version) {
        if (!ids.isEmpty()) {
            jdbc.sql("update sla_clock set calendar_version = :version where id in (:ids)")
                    .param("version", version)
                    .param("ids", ids)
                    .update();
        }
    }

    void save(List<Redated> clocks, long version) {
        if (!clocks.isEmpty()) {
            jdbc.sql("update sla_clock c set due_at = n.due, explanation = n.explanation, calendar_version = :version"
                            + " from unnest(cast(:ids as bigint[]), cast(:dues as timestamptz[]),"
                            + " cast(:explanations as text[])) as n (id, due, explanation) where c.id = n.id")
                    .param("version", version)
                    .param("ids", clocks.stream().map(Redated::id).toArray(Long[]::new))
                    .param("dues", clocks.stream().map(OpenClocks::due).toArray(String[]::new))
                    .param(
                            "explanations",
                            clocks.stream().map(Redated::explanation).toArray(String[]::new))
                    .update();
        }
    }

    private static String due(Redated clock) {
        return clock.dueAt() == null ? null : clock.dueAt().toString();
    }
}
