package ru.cur.sla.ledger;

import java.time.Instant;

/**
 * Where the ledger of a case stands.
 *
 * @param number of the case
 * @param startedAt where its time begins: the message
 * @param holder who has it now; of a closed case, who had it last
 * @param since where the booked spans end and the running one begins
 * @param back while the case is paused, who had it and will have it again; else null
 * @param lastSeq of the rows that are booked, 0 when there are none
 * @param lastHash of the last of them
 * @param closedAt null while the case is open
 */
record Account(
        String number,
        Instant startedAt,
        Holder holder,
        Instant since,
        Holder back,
        int lastSeq,
        String lastHash,
        Instant closedAt) {

    static Account opened(String number, Instant since, Holder holder) {
        return new Account(number, since, holder, since, null, 0, Fingerprint.NONE, null);
    }

    boolean isClosed() {
        return closedAt != null;
    }

    boolean isPaused() {
        return back != null;
    }

    /** From the moment on somebody else has the case. */
    Account held(Holder other, Holder otherBack, Instant from) {
        return new Account(number, startedAt, other, from, otherBack, lastSeq, lastHash, null);
    }

    Account closed(Instant at) {
        return new Account(number, startedAt, holder, at, null, lastSeq, lastHash, at);
    }

    Account after(Entry entry) {
        return new Account(number, startedAt, holder, since, back, entry.seq(), entry.hash(), closedAt);
    }
}
