package ru.cur.sla.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import ru.cur.sla.calendar.WorkingCalendar;
import ru.cur.sla.ledger.Entry.Kind;

/**
 * The ledger of one case while it is being changed: pure computation. At every moment the booked spans and the running one
 * follow each other without gap or overlap from the message on, so that the charges add up to the time that has passed.
 */
final class CaseLedger {
    private final Instant now;
    private final WorkingCalendar calendar;
    private final List<Entry> booked = new ArrayList<>();
    private Account account;

    /** @param now of this node; another one may have booked later moments already */
    CaseLedger(Account account, Instant now, WorkingCalendar calendar) {
        this.account = account;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.calendar = calendar;
    }

    Account account() {
        return account;
    }

    /** The rows that the change has added, in their order. */
    List<Entry> booked() {
        return List.copyOf(booked);
    }

    /** While the case is paused, says to whom it will return; a closed one is open again. */
    void handOver(Holder holder) {
        if (account.isClosed()) {
            bookUntilNow(Kind.CLOSED);
            account = account.held(holder, null, notBeforeTheLastSpan());
        } else if (account.isPaused()) {
            account = account.held(account.holder(), holder, account.since());
        } else if (!holder.equals(account.holder())) {
            bookUntilNow(Kind.SPAN);
            account = account.held(holder, null, notBeforeTheLastSpan());
        }
    }

    /** @throws IllegalArgumentException when time of the party is no pause */
    void pause(Party party) {
        if (!party.isPause()) {
            throw new IllegalArgumentException("Not a pause: " + party);
        }
        mustBeOpen();
        Holder waiting = new Holder(party, null);
        if (!waiting.equals(account.holder())) {
            Holder back = account.isPaused() ? account.back() : account.holder();
            bookUntilNow(Kind.SPAN);
            account = account.held(waiting, back, notBeforeTheLastSpan());
        }
    }

    void resume() {
        mustBeOpen();
        if (!account.isPaused()) {
            throw new IllegalStateException("The ledger of " + account.number() + " is not paused");
        }
        bookUntilNow(Kind.SPAN);
        account = account.held(account.back(), null, notBeforeTheLastSpan());
    }

    void close() {
        if (!account.isClosed()) {
            bookUntilNow(Kind.SPAN);
            account = account.closed(notBeforeTheLastSpan());
        }
    }

    /** Books what the present calendar makes of the spans since the last reopening. @param rows of the case, in order */
    void correct(List<Entry> rows, String reason) {
        if (!account.isClosed()) {
            for (Charges.Span span : Charges.sinceTheLastReopening(rows)) {
                long difference = working(span.entry().from(), span.entry().to()) - span.workingSeconds();
                if (difference != 0) {
                    Entry entry = span.entry();
                    book(Kind.CORRECTION, entry.holder(), entry.from(), entry.to(), difference, reason);
                }
            }
        }
    }

    private void mustBeOpen() {
        if (account.isClosed()) {
            throw new IllegalStateException("The ledger of " + account.number() + " is closed");
        }
    }

    private void bookUntilNow(Kind kind) {
        Instant to = notBeforeTheLastSpan();
        if (to.isAfter(account.since())) {
            Holder charged = kind == Kind.CLOSED ? null : account.holder();
            book(kind, charged, account.since(), to, working(account.since(), to), null);
        }
    }

    private void book(Kind kind, Holder holder, Instant from, Instant to, long working, String reason) {
        long seconds = kind == Kind.CORRECTION ? 0 : Duration.between(from, to).toSeconds();
        Entry entry = new Entry(
                        account.number(),
                        account.lastSeq() + 1,
                        kind,
                        holder,
                        from,
                        to,
                        seconds,
                        working,
                        now,
                        reason,
                        account.lastHash(),
                        null)
                .hashed();
        booked.add(entry);
        account = account.after(entry);
    }

    private Instant notBeforeTheLastSpan() {
        return now.isBefore(account.since()) ? account.since() : now;
    }

    private long working(Instant from, Instant to) {
        return calendar.workingTime(from, to).toSeconds();
    }
}
