package ru.cur.sla.ledger;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the tables of the ledger. Its rows are only ever added. */
@Component
class LedgerStore {
    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a ledger stands, and its rows in order. */
    record Known(Account account, List<Entry> rows) {}

    /** @throws IllegalStateException when the case has a ledger */
    void open(Account account) {
        try {
            jdbc.sql(
                            "insert into time_ledger_open (incident_number, started_at, party, organisation_id, since, last_seq,"
                                    + " last_hash) values (:number, :startedAt, :party, :organisation, :since, 0, :hash)")
                    .param("number", account.number())
                    .param("startedAt", Timestamp.from(account.startedAt()))
                    .param("party", account.holder().party().name())
                    .param("organisation", account.holder().organisationId())
                    .param("since", Timestamp.from(account.since()))
                    .param("hash", account.lastHash())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new IllegalStateException("The ledger of " + account.number() + " is open already", e);
        }
    }

    /** Nobody else changes the ledger of this case until the transaction ends. @throws IllegalStateException when there is none */
    Account lock(String number) {
        return jdbc.sql("select " + LedgerRows.ACCOUNT
                        + " from time_ledger_open o where incident_number = :number for update")
                .param("number", number)
                .query((row, i) -> LedgerRows.account(row))
                .optional()
                .orElseThrow(() -> new IllegalStateException("There is no ledger of " + number));
    }

    List<Entry> rows(String number) {
        return jdbc.sql("select * from time_ledger where incident_number = :number order by seq")
                .param("number", number)
                .query((row, i) -> LedgerRows.entry(row))
                .list();
    }

    /** One statement, so that both are of the same moment. */
    Optional<Known> find(String number) {
        AtomicReference<Account> account = new AtomicReference<>();
        List<Entry> rows = new ArrayList<>();
        jdbc.sql(LedgerRows.ALL + " where o.incident_number = :number order by l.seq")
                .param("number", number)
                .query(row -> {
                    account.set(LedgerRows.account(row));
                    if (LedgerRows.hasEntry(row)) {
                        rows.add(LedgerRows.entry(row));
                    }
                });
        return Optional.ofNullable(account.get()).map(found -> new Known(found, rows));
    }

    void save(CaseLedger ledger) {
        ledger.booked().forEach(this::add);
        Account account = ledger.account();
        Holder back = account.back();
        jdbc.sql("update time_ledger_open set party = :party, organisation_id = :organisation, since = :since,"
                        + " back_party = :backParty, back_organisation_id = :backOrganisation, last_seq = :seq,"
                        + " last_hash = :hash, closed_at = :closedAt where incident_number = :number")
                .param("party", account.holder().party().name())
                .param("organisation", account.holder().organisationId())
                .param("since", Timestamp.from(account.since()))
                .param("backParty", back == null ? null : back.party().name())
                .param("backOrganisation", back == null ? null : back.organisationId())
                .param("seq", account.lastSeq())
                .param("hash", account.lastHash())
                .param("closedAt", account.isClosed() ? Timestamp.from(account.closedAt()) : null)
                .param("number", account.number())
                .update();
    }

    private void add(Entry entry) {
        jdbc.sql("insert into time_ledger (incident_number, seq, kind, party, organisation_id, from_at, to_at,"
                        + " calendar_seconds, working_seconds, booked_at, reason, previous_hash, hash)"
                        + " values (:number, :seq, :kind, :party, :organisation, :from, :to, :calendar, :working, :bookedAt,"
                        + " :reason, :previousHash, :hash)")
                .param("number", entry.number())
                .param("seq", entry.seq())
                .param("kind", entry.kind().name())
                .param(
                        "party",
                        entry.holder() == null ? null : entry.holder().party().name())
                .param(
                        "organisation",
                        entry.holder() == null ? null : entry.holder().organisationId())
                .param("from", Timestamp.from(entry.from()))
                .param("to", Timestamp.from(entry.to()))
                .param("calendar", entry.calendarSeconds())
                .param("working", entry.workingSeconds())
                .param("bookedAt", Timestamp.from(entry.bookedAt()))
                .param("reason", entry.reason())
                .param("previousHash", entry.previousHash())
                .param("hash", entry.hash())
                .update();
    }

    /** What people call the organisations of a case, by id. */
    Map<String, String> names(String number) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select id, short_name from organisation where id in"
                        + " (select organisation_id from time_ledger where incident_number = :number"
                        + " union select organisation_id from time_ledger_open where incident_number = :number)")
                .param("number", number)
                .query(row -> {
                    names.put(row.getString("id"), row.getString("short_name"));
                });
        return names;
    }
}
