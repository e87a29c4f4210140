package ru.cur.sla.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.cur.sla.ledger.Entry.Kind;

/** Walks the rows of one case, in order. After a break it goes on from there, so that one does not hide another. */
final class ChainCheck {
    private final Account account;
    private final Map<Instant, Span> spans = new HashMap<>();
    private final List<LedgerBreak> breaks = new ArrayList<>();
    private int rows;
    private int lastSeq;
    private String lastHash = Fingerprint.NONE;
    private Instant end;

    ChainCheck(Account account) {
        this.account = account;
        this.end = account.startedAt();
    }

    private record Span(Instant to, Holder holder, long calendar, long working) {}

    int rows() {
        return rows;
    }

    void next(Entry entry) {
        rows++;
        if (entry.seq() != lastSeq + 1) {
            found(lastSeq + 1, LedgerFault.ROW_MISSING);
        } else if (!entry.hash().equals(entry.expectedHash())) {
            found(entry.seq(), LedgerFault.ROW_CHANGED);
        } else if (!entry.previousHash().equals(lastHash)) {
            found(entry.seq(), LedgerFault.ROW_REPLACED);
        } else if (entry.isSpan() && !(entry.from().equals(end) && entry.to().isAfter(end))) {
            found(entry.seq(), LedgerFault.TIME_BROKEN);
        } else if (!addsUp(entry)) {
            found(entry.seq(), LedgerFault.SUM_WRONG);
        }
        lastSeq = entry.seq();
        lastHash = entry.hash();
        if (entry.isSpan()) {
            end = entry.to();
        }
    }

    private boolean addsUp(Entry entry) {
        Span span = entry.kind() == Kind.CORRECTION
                ? corrected(entry)
                : new Span(entry.to(), entry.holder(), entry.calendarSeconds(), entry.workingSeconds());
        spans.put(entry.from(), span);
        return span.calendar() == entry.secondsBetweenItsEnds()
                && span.working() >= 0
                && span.working() <= span.calendar()
                && span.to().equals(entry.to())
                && (entry.holder() == null || entry.holder().equals(span.holder()));
    }

    private Span corrected(Entry correction) {
        Span span = spans.getOrDefault(correction.from(), new Span(correction.from(), null, -1, 0));
        return new Span(
                span.to(),
                span.holder(),
                span.calendar() + correction.calendarSeconds(),
                span.working() + correction.workingSeconds());
    }

    /** Nothing follows. @return all breaks of the case, in the order of the rows */
    List<LedgerBreak> end() {
        if (account.lastSeq() > lastSeq) {
            found(lastSeq + 1, LedgerFault.ROW_MISSING);
        } else if (account.lastSeq() < lastSeq) {
            found(account.lastSeq() + 1, LedgerFault.ROW_FORGED);
        } else if (!account.lastHash().equals(lastHash)) {
            found(lastSeq, LedgerFault.ROW_REPLACED);
        } else if (!account.since().equals(end)
                || (account.isClosed() && !account.closedAt().equals(end))) {
            found(lastSeq == 0 ? null : lastSeq, LedgerFault.STATE_CHANGED);
        }
        return List.copyOf(breaks);
    }

    private void found(Integer row, LedgerFault fault) {
        breaks.add(LedgerBreak.of(account.number(), row, fault));
    }
}
