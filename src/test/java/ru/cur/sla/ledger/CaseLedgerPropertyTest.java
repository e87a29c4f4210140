package ru.cur.sla.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import ru.cur.sla.calendar.PublishedCalendar;
import ru.cur.sla.calendar.WorkingCalendar;
import ru.cur.sla.ledger.Entry.Kind;

/** Whoever hands a case to whom, in whatever order, and however wrong the clocks of the nodes are. */
class CaseLedgerPropertyTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final List<WorkingCalendar> CALENDARS =
            List.of(PublishedCalendar.ofTheRegion(), PublishedCalendar.withDayOff("2026-11-24"));

    enum Deed {
        HAND_OVER,
        PAUSE,
        RESUME,
        CLOSE,
        DECREE
    }

    /** @param seconds from the step before; sometimes back */
    record Step(Deed deed, Party party, String organisation, int seconds) {

        void take(CaseLedger ledger, List<Entry> rows) {
            switch (deed) {
                case HAND_OVER -> ledger.handOver(new Holder(party, organisation));
                case PAUSE -> ledger.pause(party.isPause() ? party : Party.SUSPENDED);
                case RESUME -> ledger.resume();
                case CLOSE -> {
                    ledger.correct(rows, "Указ");
                    ledger.close();
                }
                case DECREE -> ledger.correct(rows, "Указ");
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<Integer> seconds = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 200_000)),
                Tuple.of(1, Arbitraries.integers().between(-4_000, 2)));
        Arbitrary<Deed> deeds = Arbitraries.of(
                Deed.HAND_OVER, Deed.HAND_OVER, Deed.HAND_OVER, Deed.PAUSE, Deed.RESUME, Deed.CLOSE, Deed.DECREE);
        return Combinators.combine(deeds, Arbitraries.of(Party.class), Arbitraries.of("water", "city"), seconds)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 2_000)
    void everySecondIsChargedOnce(@ForAll("lives") List<Step> life) {
        Account account = Account.opened("ПК-2026-000001", MONDAY, new Holder(Party.CUR, null));
        List<Entry> rows = new ArrayList<>();
        Instant now = MONDAY;
        int calendar = 0;
        for (Step step : life) {
            now = now.plusSeconds(step.seconds());
            calendar = step.deed() == Deed.DECREE ? 1 - calendar : calendar;
            boolean wasOpen = !account.isClosed();
            CaseLedger ledger = new CaseLedger(account, now, CALENDARS.get(calendar));
            try {
                step.take(ledger, rows);
            } catch (IllegalStateException refused) {
                assertThat(account.isClosed() || (step.deed() == Deed.RESUME && !account.isPaused()))
                        .as("%s was refused: %s", step, refused.getMessage())
                        .isTrue();
                assertThat(ledger.account()).isEqualTo(account);
            }
            rows.addAll(ledger.booked());
            account = ledger.account();
            check(account, rows);
            if (wasOpen && (step.deed() == Deed.CLOSE || step.deed() == Deed.DECREE)) {
                workingTimeAddsUp(account, rows, CALENDARS.get(calendar));
            }
        }
    }

    private static void check(Account account, List<Entry> rows) {
        ChainCheck chain = new ChainCheck(account);
        rows.forEach(chain::next);
        assertThat(chain.end()).isEmpty();
        assertThat(Charges.of(rows).stream()
                                .mapToLong(span -> span.entry().calendarSeconds())
                                .sum()
                        + nobodys(rows))
                .isEqualTo(
                        Duration.between(account.startedAt(), account.since()).toSeconds());
    }

    private static long nobodys(List<Entry> rows) {
        return rows.stream()
                .filter(row -> row.kind() == Kind.CLOSED)
                .mapToLong(Entry::calendarSeconds)
                .sum();
    }

    private static void workingTimeAddsUp(Account account, List<Entry> rows, WorkingCalendar calendar) {
        List<Charges.Span> spans = Charges.sinceTheLastReopening(rows);
        Instant from = spans.isEmpty() ? account.since() : spans.get(0).entry().from();
        assertThat(spans.stream().mapToLong(Charges.Span::workingSeconds).sum())
                .isEqualTo(calendar.workingTime(from, account.since()).toSeconds());
    }
}
