package ru.cur.directory;

import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import ru.cur.TestDatabase;

/** A database with our own tables and the reference data of the program. */
public final class DirectoryDatabase {
    private static final DirectoryDatabase INSTANCE = new DirectoryDatabase();

    private final DataSource dataSource = TestDatabase.migrated("directory");

    private DirectoryDatabase() {
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
