package ru.cur.channel.exchange;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads long results row by row; needs a transaction for that. */
@Component
class StreamedRows {
    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcClient jdbc;

    StreamedRows(DataSource database) {
        JdbcTemplate template = new JdbcTemplate(database);
        // Without a size the driver reads all rows of a file into memory at once.
        template.setFetchSize(ROWS_AT_A_TIME);
        this.jdbc = JdbcClient.create(template);
    }

    StatementSpec sql(String sql) {
        return jdbc.sql(sql);
    }
}
