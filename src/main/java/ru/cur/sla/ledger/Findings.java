package ru.cur.sla.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What has been found so far. */
final class Findings {
    /** More of them tell nothing more. */
    private static final int MOST = 1_000;

    private final Set<LedgerBreak> known;
    private final List<LedgerBreak> first = new ArrayList<>();
    private long cases;
    private long rows;
    private long breaks;

    Findings(Set<LedgerBreak> known) {
        this.known = known;
    }

    void add(int rowsOfACase, List<LedgerBreak> found) {
        cases++;
        rows += rowsOfACase;
        add(found);
    }

    void add(List<LedgerBreak> found) {
        for (LedgerBreak broken : found) {
            if (!known.contains(broken)) {
                breaks++;
                if (first.size() < MOST) {
                    first.add(broken);
                }
            }
        }
    }

    Verification asVerification(long id) {
        return new Verification(id, cases, rows, breaks, List.copyOf(first));
    }
}
