package ru.cur.sla.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Says how far the chains of all cases went at a moment at which they were in order.
 *
 * @param number from 1
 * @param cases how many had new rows
 * @param rows how many rows are new
 * @param hash over everything else, and over what it says of each case
 */
record Seal(int number, LocalDate day, Instant at, long cases, long rows, String previousHash, String hash) {

    /** The new rows of a case. @param lastHash of the last of them */
    record Case(String number, int firstSeq, int lastSeq, String lastHash) {

        long rows() {
            return lastSeq - firstSeq + 1L;
        }

        void addTo(Fingerprint content) {
            content.add(number).add(firstSeq).add(lastSeq).add(lastHash);
        }
    }

    /** @param content fingerprint of its cases, in order */
    Seal hashed(String content) {
        return new Seal(number, day, at, cases, rows, previousHash, expectedHash(content));
    }

    String expectedHash(String content) {
        return new Fingerprint()
                .add(number)
                .add(day)
                .add(at)
                .add(cases)
                .add(rows)
                .add(previousHash)
                .add(content)
                .hex();
    }
}
