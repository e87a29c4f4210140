package ru.cur.directory;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One PostgreSQL per JVM with our own tables and the reference data of the program. */
public final class DirectoryDatabase {
    private static final DirectoryDatabase INSTANCE = new DirectoryDatabase();

    private final DataSource dataSource;

    @SuppressWarnings("resource") // lives as long as the JVM; its own shutdown hook stops it
    private DirectoryDatabase() {
        try {
            HikariConfig pool = new HikariConfig();
            pool.setMaximumPoolSize(4);
            pool.setDataSource(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .start()
                    .getPostgresDatabase());
            dataSource = new HikariDataSource(pool);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // The later migrations belong to the engine.
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .target("3")
                .load()
                .migrate();
        new ReferenceLoader(jdbc(), new JdbcTransactionManager(dataSource)).load();
    }

    /** The directory with the reference data of the program. */
    public static Directory directory() {
        return new Directory(INSTANCE.jdbc());
    }

    static JdbcClient tables() {
        return INSTANCE.jdbc();
    }

    static ReferenceLoader loader(Resource folder) {
        return new ReferenceLoader(tables(), new JdbcTransactionManager(INSTANCE.dataSource), folder);
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }
}
