package ru.cur.sla.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.MovableClock;
import ru.cur.TestDatabase;
import ru.cur.sla.calendar.CalendarDatabase;
import ru.cur.sla.calendar.WorkingCalendar;

/** A ledger with a database and a clock of its own. */
final class LedgerDatabase {
    /** Monday, 23 November 2026, 10:00 in Vladivostok. */
    static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");

    final MovableClock clock = new MovableClock(MONDAY);
    final JdbcClient jdbc;
    final LedgerStore store;
    final CalendarDatabase calendar;
    private final DataSource database;
    private final TransactionTemplate transactions;
    private final TimeLedger ledger;
    private int cases;

    LedgerDatabase(String name) {
        database = TestDatabase.migrated(name);
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        jdbc.sql("insert into organisation (id, name, short_name, kind) values"
                        + " ('water', 'Приморский водоканал', 'Водоканал', 'UTILITY'),"
                        + " ('city', 'Администрация города', 'Администрация', 'MUNICIPALITY')")
                .update();
        store = new LedgerStore(jdbc);
        calendar = new CalendarDatabase(jdbc, clock);
        ledger = new TimeLedger(store, calendar.calendars(), clock);
    }

    WorkingCalendar region() {
        return calendar.calendars().region();
    }

    /** Each of its methods is a transaction, as in the program. */
    <T> T inTransaction(Supplier<T> act) {
        return transactions.execute(status -> act.get());
    }

    /** A case registered now, with the CUR. */
    String opened() {
        String number = "ПК-2026-%06d".formatted(++cases);
        jdbc.sql("insert into incident (number, legal_regime, status, severity, detected_at, registered_at)"
                        + " values (:number, 'SOCIAL_MESSAGE', 'NEW', 'P2', :now, :now)")
                .param("number", number)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        ledger.open(number, clock.instant(), Party.CUR, null);
        return number;
    }

    LedgerCheck check() {
        return new LedgerCheck(
                new LedgerScan(database),
                new SealStore(jdbc),
                new VerificationStore(jdbc),
                calendar.calendars(),
                clock);
    }

    /** No case is left, as if nothing had ever been. */
    void clear() {
        TestDatabase.empty(jdbc, "incident, time_ledger_seal, time_ledger_verification");
    }

    TimeLedger ledger() {
        return ledger;
    }

    void handOver(String number, Party party, String organisation) {
        transactions.executeWithoutResult(status -> ledger.handOver(number, party, organisation));
    }

    void close(String number) {
        transactions.executeWithoutResult(status -> ledger.close(number));
    }

    /** What a dishonest administrator does. */
    void tamper(String table, String sql) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("alter table " + table + " disable trigger user").update();
            jdbc.sql(sql).update();
            jdbc.sql("alter table " + table + " enable trigger user").update();
        });
    }
}
