package ru.cur.sla.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** What the columns of the ledger's tables mean. */
final class LedgerRows {
    static final String ACCOUNT = "o.incident_number as account_number, o.started_at, o.party as holder_party,"
            + " o.organisation_id as holder_organisation, o.since, o.back_party, o.back_organisation_id, o.last_seq,"
            + " o.last_hash, o.closed_at";
    /** Every ledger with its rows; one without rows has one line, too. */
    static final String ALL = "select " + ACCOUNT + ", l.* from time_ledger_open o"
            + " left join time_ledger l on l.incident_number = o.incident_number";

    private LedgerRows() {}

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("account_number"),
                moment(row, "started_at"),
                holder(row, "holder_party", "holder_organisation"),
                moment(row, "since"),
                holder(row, "back_party", "back_organisation_id"),
                row.getInt("last_seq"),
                row.getString("last_hash"),
                moment(row, "closed_at"));
    }

    static boolean hasEntry(ResultSet row) throws SQLException {
        return row.getObject("seq") != null;
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("incident_number"),
                row.getInt("seq"),
                Entry.Kind.valueOf(row.getString("kind")),
                holder(row, "party", "organisation_id"),
                moment(row, "from_at"),
                moment(row, "to_at"),
                row.getLong("calendar_seconds"),
                row.getLong("working_seconds"),
                moment(row, "booked_at"),
                row.getString("reason"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static Holder holder(ResultSet row, String party, String organisation) throws SQLException {
        String name = row.getString(party);
        return name == null ? null : new Holder(Party.valueOf(name), row.getString(organisation));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
