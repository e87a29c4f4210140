package ru.cur.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.platform.database.OneAtATime;

/** Reads and writes the {@code incident} table. */
@Component
class IncidentStore {
    private final JdbcClient jdbc;

    IncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number of the year's own sequence: never twice, on any node; a rolled back registration leaves a gap. */
    IncidentNumber nextNumber(int year) {
        String sequence = "incident_number_" + year;
        if (jdbc.sql("select to_regclass(:sequence)::text")
                .param("sequence", sequence)
                .query(String.class)
                .optional()
                .isEmpty()) {
            // "if not exists" alone fails for all but one of those who come first in a year at the same moment.
            OneAtATime.hold(jdbc, sequence);
            jdbc.sql("create sequence if not exists " + sequence).update();
        }
        return IncidentNumber.of(
                year,
                jdbc.sql("select nextval('" + sequence + "')").query(Long.class).single());
    }

    void insert(Incident incident, Instant eventAt, IncomingMessage.Place place) {
        jdbc.sql(
                        "insert into incident (number, legal_regime, status, category_code, municipality_code, address, lat, lon,"
                                + " severity, danger_to_life, event_at, detected_at, registered_at)"
                                + " values (:number, :regime, :status, :category, :municipality, :address, :lat, :lon,"
                                + " :severity, :danger, :eventAt, :registeredAt, :registeredAt)")
                .param("number", incident.number().value())
                .param("regime", incident.legalRegime().name())
                .param("status", incident.status().name())
                .param("category", incident.categoryCode())
                .param("municipality", incident.municipalityCode())
                .param("address", incident.address())
                .param("lat", place.lat())
                .param("lon", place.lon())
                .param("severity", incident.severity().name())
                .param("danger", incident.dangerToLife())
                .param("eventAt", eventAt == null ? null : Timestamp.from(eventAt))
                .param("registeredAt", Timestamp.from(incident.registeredAt()))
                .update();
    }

    IncidentUpdate change(IncidentNumber number) {
        return new IncidentUpdate(jdbc, number.value());
    }

    Optional<Incident> find(IncidentNumber number) {
        return jdbc.sql("select * from incident where number = :number")
                .param("number", number.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** The same, and nobody else changes the case until this transaction ends. */
    Optional<Incident> findForChange(IncidentNumber number) {
        return jdbc.sql("select * from incident where number = :number for update")
                .param("number", number.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** Nobody else changes the case until this transaction ends. */
    void hold(IncidentNumber number) {
        jdbc.sql("select number from incident where number = :number for update")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    List<Incident> withOpenClocks() {
        return jdbc.sql("select * from incident where number in"
                        + " (select incident_number from sla_clock where state <> 'STOPPED')")
                .query((row, i) -> read(row))
                .list();
    }

    /** How much work it is; empty when nobody has said. */
    Optional<WorkSize> workSize(IncidentNumber number) {
        return jdbc.sql("select work_size from incident where number = :number and work_size is not null")
                .param("number", number.value())
                .query(String.class)
                .optional()
                .map(WorkSize::valueOf);
    }

    /** How often bodies have returned it. */
    int returns(IncidentNumber number) {
        return jdbc.sql("select returns from incident where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    /** The case that this one was attached to. */
    IncidentNumber masterOf(IncidentNumber number) {
        return jdbc.sql("select master_number from incident where number = :number")
                .param("number", number.value())
                .query((row, i) -> new IncidentNumber(row.getString("master_number")))
                .single();
    }

    private static Incident read(ResultSet row) throws SQLException {
        return new Incident(
                new IncidentNumber(row.getString("number")),
                LegalRegime.valueOf(row.getString("legal_regime")),
                IncidentStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("result"))
                        .map(IncidentResult::valueOf)
                        .orElse(null),
                row.getString("category_code"),
                row.getString("municipality_code"),
                row.getString("address"),
                Severity.valueOf(row.getString("severity")),
                row.getBoolean("danger_to_life"),
                row.getString("body_id"),
                row.getString("executor_id"),
                SlaState.valueOf(row.getString("sla_state")),
                moment(row, "registered_at"),
                moment(row, "triaged_at"),
                moment(row, "triage_due"),
                moment(row, "acceptance_due"),
                moment(row, "first_answer_due"),
                moment(row, "answer_due"),
                moment(row, "control_due"),
                moment(row, "first_published_at"),
                moment(row, "closed_at"),
                row.getInt("returns"),
                row.getInt("reopen_no"),
                row.getInt("broken_promises"),
                marks(row));
    }

    private static Incident.Marks marks(ResultSet row) throws SQLException {
        return new Incident.Marks(
                Optional.ofNullable(row.getString("restriction"))
                        .map(Restriction::valueOf)
                        .orElse(null),
                row.getBoolean("personal_control"),
                row.getTimestamp("original_deleted_at") != null,
                number(row, "repeat_of"),
                number(row, "mass_number"),
                row.getString("complaint_against_id"));
    }

    private static IncidentNumber number(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : new IncidentNumber(value);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
