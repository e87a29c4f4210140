package ru.cur.sla.ledger;

import java.util.List;

/**
 * What a verification of all ledgers has found.
 *
 * @param id under which it is kept
 * @param breaks how many places nobody has investigated yet
 * @param first some of them, from the first on
 */
public record Verification(long id, long cases, long rows, long breaks, List<LedgerBreak> first) {

    public boolean isIntact() {
        return breaks == 0;
    }
}
