package ru.cur;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.platform.database.CamundaTables;

/** One PostgreSQL per JVM; each user has a database of its own in it. */
public final class TestDatabase {
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    // Its own shutdown hook stops it with the JVM.
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty database. @return its JDBC address, for user and password {@code postgres} */
    public static String create(String name) {
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** Empties tables and all that refers to them, also the ledger, which refuses it otherwise. */
    public static void empty(JdbcClient jdbc, String tables) {
        jdbc.sql("set session_replication_role = replica; truncate " + tables
                        + " cascade; set session_replication_role = default")
                .update();
    }

    /** A database with all tables and no row. */
    public static DataSource migrated(String name) {
        HikariConfig pool = new HikariConfig();
        pool.setMaximumPoolSize(4);
        pool.setJdbcUrl(create(name));
        DataSource database = new HikariDataSource(pool);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(new CamundaTables())
                .load()
                .migrate();
        return database;
    }
}
