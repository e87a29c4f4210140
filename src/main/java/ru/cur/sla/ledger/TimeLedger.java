package ru.cur.sla.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.ledger.Charges.Span;

/**
 * Who had the time of a case. Each second between the message and the closing is charged to one party: the charges add up to
 * the time that has passed, and their working time to the working time of the region that has passed, at every moment and
 * exactly. Seconds are whole. A case that is reopened goes on in the same ledger; the time in which it was closed is nobody's.
 *
 * <p>Changes of one case wait for each other, those of different cases do not. A clock that is behind that of another node
 * books nothing and takes nothing back.
 */
@Service
@Transactional
public class TimeLedger {
    private static final String CHANGED_CALENDAR = "Изменился производственный календарь";

    private final LedgerStore store;
    private final WorkingCalendars calendars;
    private final Clock clock;

    TimeLedger(LedgerStore store, WorkingCalendars calendars, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Begins the ledger of a case.
     *
     * @param since the message
     * @param organisationId null where the party says it all
     * @throws IllegalStateException when the case has a ledger
     */
    public void open(String number, Instant since, Party party, String organisationId) {
        store.open(Account.opened(number, since.truncatedTo(ChronoUnit.SECONDS), new Holder(party, organisationId)));
    }

    /**
     * From now on another has the case; nothing happens when it is the same one. While the case is paused it says who will have
     * it afterwards. A closed case is open again.
     *
     * @param organisationId null where the party says it all
     * @throws IllegalStateException when the case has no ledger
     */
    public void handOver(String number, Party party, String organisationId) {
        change(number, ledger -> ledger.handOver(new Holder(party, organisationId)));
    }

    /**
     * From now on nobody can work.
     *
     * @param party {@link Party#WAITING_AUTHOR} or {@link Party#SUSPENDED}; another pause takes the place of the first
     * @throws IllegalStateException when the case has no ledger or is closed
     */
    public void pause(String number, Party party) {
        change(number, ledger -> ledger.pause(party));
    }

    /** Gives the case back to the one who had it before the pause. @throws IllegalStateException when it is not paused */
    public void resume(String number) {
        change(number, CaseLedger::resume);
    }

    /** The same, and nothing happens to a case that is not paused. */
    public void resumeIfPaused(String number) {
        change(number, ledger -> {
            if (ledger.account().isPaused()) {
                ledger.resume();
            }
        });
    }

    /**
     * Charges what is left and corrects what is booked, by the calendar of this moment; nothing happens to a closed case. It
     * keeps what was true when it closed, and so does what a reopened one had before it was closed.
     */
    public void close(String number) {
        change(number, ledger -> {
            ledger.correct(store.rows(number), CHANGED_CALENDAR);
            ledger.close();
        });
    }

    private void change(String number, Consumer<CaseLedger> change) {
        Account before = store.lock(number);
        CaseLedger ledger = new CaseLedger(before, clock.instant(), calendars.region());
        change.accept(ledger);
        if (!ledger.account().equals(before)) {
            store.save(ledger);
        }
    }

    /** What each party had, in the order of time, up to now; by the present calendar. Empty for an unknown case. */
    @Transactional(readOnly = true)
    public List<Charge> of(String number) {
        return store.find(number).stream()
                .flatMap(known -> untilNow(known).stream())
                .toList();
    }

    /** The same summed up, in the order of the parties; only those who had any time. */
    @Transactional(readOnly = true)
    public List<ChargedTime> sums(String number) {
        return ChargedTime.sums(of(number));
    }

    /** Asks what the ledger would say if the case were closed at this moment. */
    private List<Charge> untilNow(LedgerStore.Known known) {
        CaseLedger ledger = new CaseLedger(known.account(), clock.instant(), calendars.region());
        ledger.correct(known.rows(), CHANGED_CALENDAR);
        ledger.close();
        Map<String, String> names = store.names(known.account().number());
        return Charges.of(known.rows(), ledger.booked()).stream()
                .map(span ->
                        charge(span, names, span.entry().seq() > known.account().lastSeq()))
                .toList();
    }

    private static Charge charge(Span span, Map<String, String> names, boolean running) {
        Entry entry = span.entry();
        return new Charge(
                entry.holder().party(),
                entry.holder().organisationId(),
                names.get(entry.holder().organisationId()),
                entry.from(),
                entry.to(),
                Duration.ofSeconds(entry.calendarSeconds()),
                Duration.ofSeconds(span.workingSeconds()),
                span.note(),
                running);
    }
}
