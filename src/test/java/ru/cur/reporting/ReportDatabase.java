package ru.cur.reporting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL per JVM with the columns that reports read, and a Monday morning in Vladivostok. */
final class ReportDatabase {

    static final ZoneId ZONE = ZoneId.of("Asia/Vladivostok");
    static final Instant NOW = at("2026-11-23T10:00");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final ReportDatabase INSTANCE = new ReportDatabase();

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    @SuppressWarnings("resource") // lives as long as the JVM; its own shutdown hook stops it
    private ReportDatabase() {
        try {
            HikariConfig pool = new HikariConfig();
            pool.setMaximumPoolSize(3);
            pool.setDataSource(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .start()
                    .getPostgresDatabase());
            dataSource = new HikariDataSource(pool);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        jdbc = JdbcClient.create(dataSource);
        jdbc.sql(TABLES).update();
    }

    /** Only the directory: three bodies, a category, a municipality. */
    static ReportDatabase empty() {
        INSTANCE.jdbc.sql("truncate incident").update();
        return INSTANCE;
    }

    DataSource dataSource() {
        return dataSource;
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
                insert into incident (number, status, severity, category_code, municipality_code, body_id,
                  registered_at, first_answer_due, first_published_at, first_answer_working_minutes)
                values (:number, :status, 'P2', 'ROAD-1', 'ARS', :body, :registered, :due, :published, :minutes)""")
                .param("number", number)
                .param("status", status)
                .param("body", body)
                .param("registered", column(registered))
                .param("due", column(due))
                .param("published", column(published))
                .param("minutes", workingMinutes)
                .update();
    }

    private static OffsetDateTime column(String local) {
        return local == null ? null : at(local).atOffset(ZoneOffset.UTC);
    }

    private static final String TABLES = """
            create table organisation (id text primary key, name text not null, short_name text);
            create table category (code text primary key, parent_code text, name text not null);
            create table municipality (code text primary key, name text not null);
            create table incident (
              id bigint generated always as identity primary key, number text unique not null, status text,
              category_code text references category, municipality_code text references municipality,
              severity text not null, body_id text references organisation,
              registered_at timestamptz, first_answer_due timestamptz, first_published_at timestamptz,
              first_answer_working_minutes int);
            create index incident_first_answer_due on incident (first_answer_due);
            create index incident_registered_at on incident (registered_at);
            insert into organisation values
              ('admArsenyev', 'Администрация Арсеньевского городского округа', 'Администрация Арсеньева'),
              ('admVladivostok', 'Администрация города Владивостока', 'Администрация Владивостока'),
              ('primvodokanal', 'КГУП «Приморский водоканал»', null);
            insert into category values ('ROAD-1', 'ROAD', 'Открытый люк');
            insert into municipality values ('ARS', 'Арсеньевский городской округ');
            """;
}
