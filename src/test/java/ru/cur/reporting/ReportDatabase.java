package ru.cur.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.TestDatabase;
import ru.cur.sla.calendar.CalendarDatabase;
import ru.cur.sla.calendar.WorkingCalendars;

/** A database with our own tables, and a Monday morning in Vladivostok. */
final class ReportDatabase {

    static final ZoneId ZONE = ZoneId.of("Asia/Vladivostok");
    static final Instant NOW = at("2026-11-23T10:00");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final ReportDatabase INSTANCE = new ReportDatabase();

    private final DataSource dataSource = TestDatabase.migrated("reporting");
    private final JdbcClient jdbc = JdbcClient.create(dataSource);

    private final WorkingCalendars calendars = new CalendarDatabase(jdbc, CLOCK).calendars();

    private ReportDatabase() {
        jdbc.sql(DIRECTORY).update();
    }

    /** Only the directory: three bodies, a category, a municipality. */
    static ReportDatabase empty() {
        TestDatabase.empty(INSTANCE.jdbc, "incident, calendar_year");
        return INSTANCE;
    }

    DataSource dataSource() {
        return dataSource;
    }

    SlaStatistics statistics(Clock clock) {
        return new SlaStatistics(dataSource, calendars, clock, ZONE);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** A moment given in Vladivostok time. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** Adds a case; moments in Vladivostok time, null where it has not come to that. */
    void incident(String number, String body, String status, String registered, String due, String published) {
        Integer workingMinutes = published == null ? null : 90;
        incident(number, body, status, registered, due, published, workingMinutes);
    }

    void incident(
            String number,
            String body,
            String status,
            String registered,
            String due,
            String published,
            Integer workingMinutes) {
        jdbc.sql("""
                insert into incident (number, legal_regime, status, severity, category_code, municipality_code, body_id,
                  detected_at, registered_at, first_answer_due, first_published_at, first_answer_working_minutes)
                values (:number, 'SOCIAL_MESSAGE', :status, 'P2', 'ROAD-1', 'ARS', :body, :registered, :registered, :due, :published, :minutes)""")
                .param("number", number)
                .param("status", status)
                .param("body", body)
                .param("registered", column(registered))
                .param("due", column(due))
                .param("published", column(published))
                .param("minutes", workingMinutes)
                .update();
    }

    /** Adds a row to the ledger of a case. */
    void charge(String number, int seq, String kind, String party, long workingSeconds) {
        jdbc.sql("""
                with account as (
                  insert into time_ledger_open (incident_number, started_at, party, since, last_seq, last_hash)
                  values (:number, now(), 'BODY', now(), 0, '') on conflict do nothing)
                insert into time_ledger (incident_number, seq, kind, party, from_at, to_at, calendar_seconds,
                  working_seconds, booked_at, previous_hash, hash)
                values (:number, :seq, :kind, :party, now(), now(), 0, :working, now(), '', '')""")
                .param("number", number)
                .param("seq", seq)
                .param("kind", kind)
                .param("party", party)
                .param("working", workingSeconds)
                .update();
    }

    /** Gives the case a clock for its first answer. */
    void clock(String number, String explanation) {
        jdbc.sql("""
                insert into sla_clock (incident_number, kind, cycle, time_limit, state, started_at, calendar_version,
                  explanation)
                values (:number, 'FIRST_ANSWER', 1, '8 WORKING_HOURS', 'RUNNING', now(), 1, :explanation)""").param("number", number).param("explanation", explanation).update();
    }

    private static OffsetDateTime column(String local) {
        return local == null ? null : at(local).atOffset(ZoneOffset.UTC);
    }

    private static final String DIRECTORY = """
            insert into organisation (id, name, short_name, kind) values
              ('admArsenyev', 'Администрация Арсеньевского городского округа', 'Администрация Арсеньева', 'ADMINISTRATION'),
              ('admVladivostok', 'Администрация города Владивостока', 'Администрация Владивостока', 'ADMINISTRATION'),
              ('primvodokanal', 'КГУП «Приморский водоканал»', 'КГУП «Приморский водоканал»', 'UTILITY');
            insert into category (code, position, group_code, group_name, name, priority, evidence_required)
              values ('ROAD-1', 1, 'ROAD', 'Дороги', 'Открытый люк', 'P0', true);
            insert into municipality (code, oktmo, name, centre, kind)
              values ('ARS', '05703000', 'Арсеньевский городской округ', 'Арсеньев', 'URBAN_OKRUG');
            """;
}
