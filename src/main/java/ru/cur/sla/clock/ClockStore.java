package ru.cur.sla.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.sla.Term;

/** Reads and writes the tables of clocks. Rows of events are only ever added. */
@Component
class ClockStore {
    private static final String CLOCKS = "select c.*, e.at, e.type, e.reason, e.actor, e.approver, e.extension"
            + " from sla_clock c join sla_clock_event e on e.clock_id = c.id where ";
    private static final String IN_ORDER = " order by c.id, e.id";

    private final JdbcClient jdbc;

    ClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SlaClock> find(String number) {
        return findStored(number).stream().map(StoredClock::clock).toList();
    }

    List<StoredClock> findStored(String number) {
        return read(jdbc.sql(CLOCKS + "c.incident_number = :number" + IN_ORDER).param("number", number));
    }

    /**
     * Nobody else changes the clocks of these cases until this transaction ends. Who changes clocks changes the rows of their
     * cases as well, and often before: everybody locks the case, and nobody a clock. To be called before the clocks are read.
     */
    void hold(Collection<String> numbers) {
        jdbc.sql("select number from incident where number in (:numbers) order by number for no key update")
                .param("numbers", numbers)
                .query(String.class)
                .list();
    }

    Optional<StoredClock> findOpen(String number, ClockKind kind) {
        return read(jdbc.sql(CLOCKS + "c.incident_number = :number and c.kind = :kind and c.state <> 'STOPPED'"
                                + IN_ORDER)
                        .param("number", number)
                        .param("kind", kind.name()))
                .stream()
                .findFirst();
    }

    /** @param from the level that it must have now; null: none */
    boolean moveLadder(String number, ClockKind kind, Integer from, int to) {
        return jdbc.sql(
                                "update sla_clock set ladder_level = :to where incident_number = :number and kind = :kind"
                                        + " and state <> 'STOPPED' and ladder_level is not distinct from cast(:from as integer)")
                        .param("number", number)
                        .param("kind", kind.name())
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    Map<ClockKind, Integer> ladders(String number) {
        Map<ClockKind, Integer> ladders = new EnumMap<>(ClockKind.class);
        jdbc.sql("select kind, ladder_level from sla_clock"
                        + " where incident_number = :number and state <> 'STOPPED' and ladder_level is not null")
                .param("number", number)
                .query(row -> {
                    ladders.put(ClockKind.valueOf(row.getString("kind")), row.getInt("ladder_level"));
                });
        return ladders;
    }

    private static List<StoredClock> read(JdbcClient.StatementSpec statement) {
        Map<Long, StoredClock> clocks = new LinkedHashMap<>();
        statement.query(row -> {
            ClockEvent event = event(row);
            StoredClock known = clocks.get(row.getLong("id"));
            clocks.put(row.getLong("id"), known == null ? stored(row, event) : known.with(event));
        });
        return new ArrayList<>(clocks.values());
    }

    private static StoredClock stored(ResultSet row, ClockEvent first) throws SQLException {
        Timestamp due = row.getTimestamp("due_at");
        return new StoredClock(
                clock(row, first),
                due == null ? null : due.toInstant(),
                row.getString("explanation"),
                row.getObject("ladder_level", Integer.class));
    }

    static SlaClock clock(ResultSet row, ClockEvent first) throws SQLException {
        return new SlaClock(
                row.getString("incident_number"),
                ClockKind.valueOf(row.getString("kind")),
                row.getInt("cycle"),
                row.getString("organisation_id"),
                Limit.parse(row.getString("time_limit")),
                row.getObject("terms_version", Integer.class),
                List.of(first));
    }

    static ClockEvent event(ResultSet row) throws SQLException {
        String extension = row.getString("extension");
        return new ClockEvent(
                row.getTimestamp("at").toInstant(),
                ClockEvent.Type.valueOf(row.getString("type")),
                row.getString("reason"),
                row.getString("actor"),
                row.getString("approver"),
                extension == null ? null : Term.parse(extension));
    }

    /** Brings the row of the clock up to date and adds the events that it does not have yet. */
    void save(ClockReading reading) {
        SlaClock clock = reading.clock();
        long id = jdbc.sql(
                        "insert into sla_clock (incident_number, kind, cycle, organisation_id, time_limit, terms_version, state,"
                                + " started_at, due_at, stopped_at, calendar_version, explanation)"
                                + " values (:number, :kind, :cycle, :organisation, :limit, :terms, :state, :startedAt, :dueAt,"
                                + " :stoppedAt, :calendar, :explanation)"
                                + " on conflict (incident_number, kind, cycle) do update set"
                                + " organisation_id = excluded.organisation_id, time_limit = excluded.time_limit,"
                                + " terms_version = excluded.terms_version, state = excluded.state, due_at = excluded.due_at,"
                                + " stopped_at = excluded.stopped_at, calendar_version = excluded.calendar_version,"
                                + " explanation = excluded.explanation returning id")
                .param("number", clock.number())
                .param("kind", clock.kind().name())
                .param("cycle", clock.cycle())
                .param("organisation", clock.organisationId())
                .param("limit", clock.limit().toString())
                .param("terms", clock.termsVersion())
                .param("state", clock.state().name())
                .param("startedAt", Timestamp.from(clock.startedAt()))
                .param("dueAt", reading.dueAt().map(Timestamp::from).orElse(null))
                .param("stoppedAt", clock.stoppedAt().map(Timestamp::from).orElse(null))
                .param("calendar", reading.calendar().version())
                .param("explanation", Explanation.of(reading).text())
                .query(Long.class)
                .single();
        int known = jdbc.sql("select count(*) from sla_clock_event where clock_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        clock.events().stream().skip(known).forEach(event -> add(id, event));
    }

    private void add(long id, ClockEvent event) {
        jdbc.sql("insert into sla_clock_event (clock_id, at, type, reason, actor, approver, extension)"
                        + " values (:id, :at, :type, :reason, :actor, :approver, :extension)")
                .param("id", id)
                .param("at", Timestamp.from(event.at()))
                .param("type", event.type().name())
                .param("reason", event.reason())
                .param("actor", event.actor())
                .param("approver", event.approver())
                .param(
                        "extension",
                        event.extension() == null ? null : event.extension().toString())
                .update();
    }
}
