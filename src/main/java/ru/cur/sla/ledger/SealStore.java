package ru.cur.sla.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes seals. Two at the same time can't both succeed: they would have the same number. */
@Component
class SealStore {
    private final JdbcClient jdbc;

    SealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Seal add(Instant at, LocalDate day) {
        Optional<Seal> last = jdbc.sql("select * from time_ledger_seal order by number desc limit 1")
                .query((row, i) -> LedgerScan.seal(row))
                .optional();
        int number = last.map(Seal::number).orElse(0) + 1;
        coverNewRows(number);
        Fingerprint content = new Fingerprint();
        AtomicLong cases = new AtomicLong();
        AtomicLong rows = new AtomicLong();
        jdbc.sql("select * from time_ledger_seal_case where seal = :seal order by incident_number")
                .param("seal", number)
                .query(row -> {
                    Seal.Case sealed = LedgerScan.sealedCase(row);
                    sealed.addTo(content);
                    cases.incrementAndGet();
                    rows.addAndGet(sealed.rows());
                });
        Seal seal = new Seal(
                        number,
                        day,
                        at.truncatedTo(ChronoUnit.SECONDS),
                        cases.get(),
                        rows.get(),
                        last.map(Seal::hash).orElse(Fingerprint.NONE),
                        null)
                .hashed(content.hex());
        insert(seal);
        return seal;
    }

    private void coverNewRows(int seal) {
        jdbc.sql("insert into time_ledger_seal_case (seal, incident_number, first_seq, last_seq, last_hash)"
                        + " select :seal, o.incident_number, coalesce(s.last_seq, 0) + 1, o.last_seq, o.last_hash"
                        + " from time_ledger_open o left join (select incident_number, max(last_seq) as last_seq"
                        + " from time_ledger_seal_case group by incident_number) s"
                        + " on s.incident_number = o.incident_number where o.last_seq > coalesce(s.last_seq, 0)")
                .param("seal", seal)
                .update();
    }

    private void insert(Seal seal) {
        jdbc.sql("insert into time_ledger_seal (number, day, sealed_at, cases, rows, previous_hash, hash)"
                        + " values (:number, :day, :at, :cases, :rows, :previousHash, :hash)")
                .param("number", seal.number())
                .param("day", seal.day())
                .param("at", Timestamp.from(seal.at()))
                .param("cases", seal.cases())
                .param("rows", seal.rows())
                .param("previousHash", seal.previousHash())
                .param("hash", seal.hash())
                .update();
    }
}
