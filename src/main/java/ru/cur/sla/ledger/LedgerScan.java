package ru.cur.sla.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all ledgers and seals row by row, never all at once; needs a transaction for that. */
@Component
class LedgerScan {
    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient jdbc;

    LedgerScan(DataSource database) {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(ROWS_AT_A_TIME);
        this.jdbc = JdbcClient.create(template);
    }

    /** One statement, so that all is of the same moment. @param checked is told the rows and the breaks of each case */
    void cases(BiConsumer<Integer, List<LedgerBreak>> checked) {
        Cases cases = new Cases(checked);
        jdbc.sql(LedgerRows.ALL + " order by o.incident_number, l.seq").query(cases::take);
        cases.endCase();
    }

    private static final class Cases {
        private final BiConsumer<Integer, List<LedgerBreak>> checked;
        private String number;
        private ChainCheck check;

        Cases(BiConsumer<Integer, List<LedgerBreak>> checked) {
            this.checked = checked;
        }

        void take(ResultSet row) throws SQLException {
            if (!row.getString("account_number").equals(number)) {
                endCase();
                number = row.getString("account_number");
                check = new ChainCheck(LedgerRows.account(row));
            }
            if (LedgerRows.hasEntry(row)) {
                check.next(LedgerRows.entry(row));
            }
        }

        void endCase() {
            if (check != null) {
                checked.accept(check.rows(), check.end());
            }
        }
    }

    void seals(Consumer<List<LedgerBreak>> checked) {
        Seals seals = new Seals(checked);
        jdbc.sql("select s.*, c.incident_number, c.first_seq, c.last_seq, c.last_hash, l.hash as actual_hash"
                        + " from time_ledger_seal s left join time_ledger_seal_case c on c.seal = s.number"
                        + " left join time_ledger l on l.incident_number = c.incident_number and l.seq = c.last_seq"
                        + " order by s.number, c.incident_number")
                .query(seals::take);
        seals.endSeal();
    }

    private static final class Seals {
        private final Consumer<List<LedgerBreak>> checked;
        private SealCheck check;

        Seals(Consumer<List<LedgerBreak>> checked) {
            this.checked = checked;
        }

        void take(ResultSet row) throws SQLException {
            if (check == null || row.getInt("number") != check.seal().number()) {
                endSeal();
                check = new SealCheck(seal(row), check == null ? null : check.seal());
            }
            if (row.getString("incident_number") != null) {
                check.next(sealedCase(row), row.getString("actual_hash"));
            }
        }

        void endSeal() {
            if (check != null) {
                checked.accept(check.end());
            }
        }
    }

    static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getInt("number"),
                row.getObject("day", LocalDate.class),
                row.getTimestamp("sealed_at").toInstant(),
                row.getLong("cases"),
                row.getLong("rows"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    static Seal.Case sealedCase(ResultSet row) throws SQLException {
        return new Seal.Case(
                row.getString("incident_number"),
                row.getInt("first_seq"),
                row.getInt("last_seq"),
                row.getString("last_hash"));
    }
}
