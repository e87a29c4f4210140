package ru.cur.sla.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Walks one seal with the cases that it covers, in order. */
final class SealCheck {
    private final Seal seal;
    private final List<LedgerBreak> breaks = new ArrayList<>();
    private final Fingerprint content = new Fingerprint();
    private long cases;
    private long rows;

    /** @param previous null when there is none */
    SealCheck(Seal seal, Seal previous) {
        this.seal = seal;
        boolean follows = previous == null
                ? seal.number() == 1 && seal.previousHash().equals(Fingerprint.NONE)
                : seal.number() == previous.number() + 1 && seal.previousHash().equals(previous.hash());
        if (!follows) {
            breaks.add(changed());
        }
    }

    Seal seal() {
        return seal;
    }

    /** @param actualHash of the row now; null when it is gone */
    void next(Seal.Case sealed, String actualHash) {
        cases++;
        rows += sealed.rows();
        sealed.addTo(content);
        if (!Objects.equals(sealed.lastHash(), actualHash)) {
            breaks.add(
                    new LedgerBreak(sealed.number(), sealed.lastSeq(), seal.number(), LedgerFault.SEALED_ROW_CHANGED));
        }
    }

    List<LedgerBreak> end() {
        boolean same =
                seal.cases() == cases && seal.rows() == rows && seal.hash().equals(seal.expectedHash(content.hex()));
        if (!same && !breaks.contains(changed())) {
            breaks.add(changed());
        }
        return List.copyOf(breaks);
    }

    private LedgerBreak changed() {
        return new LedgerBreak(null, null, seal.number(), LedgerFault.SEAL_CHANGED);
    }
}
