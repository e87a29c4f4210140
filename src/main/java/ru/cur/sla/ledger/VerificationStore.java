package ru.cur.sla.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what verifications have found. */
@Component
class VerificationStore {
    private final JdbcClient jdbc;

    VerificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has been investigated. */
    Set<LedgerBreak> known() {
        return jdbc.sql(
                        "select b.* from time_ledger_break b join time_ledger_verification v on v.id = b.verification_id"
                                + " where v.resolved_at is not null")
                .query((row, i) -> new LedgerBreak(
                        row.getString("incident_number"),
                        row.getObject("row_seq", Integer.class),
                        row.getObject("seal", Integer.class),
                        LedgerFault.valueOf(row.getString("fault"))))
                .set();
    }

    Verification add(Instant at, Findings findings) {
        Verification found = findings.asVerification(0);
        long id = jdbc.sql("insert into time_ledger_verification (verified_at, cases, rows, breaks)"
                        + " values (:at, :cases, :rows, :breaks) returning id")
                .param("at", Timestamp.from(at))
                .param("cases", found.cases())
                .param("rows", found.rows())
                .param("breaks", found.breaks())
                .query(Long.class)
                .single();
        found.first().forEach(broken -> add(id, broken));
        return findings.asVerification(id);
    }

    private void add(long id, LedgerBreak broken) {
        jdbc.sql("insert into time_ledger_break (verification_id, incident_number, row_seq, seal, fault, finding)"
                        + " values (:id, :number, :row, :seal, :fault, :finding)")
                .param("id", id)
                .param("number", broken.number())
                .param("row", broken.row())
                .param("seal", broken.seal())
                .param("fault", broken.fault().name())
                .param("finding", broken.text())
                .update();
    }

    void resolve(long id, String resolution, String actor, Instant at) {
        jdbc.sql("update time_ledger_verification set resolution = :resolution, resolved_by = :actor, resolved_at = :at"
                        + " where id = :id")
                .param("resolution", resolution)
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }
}
