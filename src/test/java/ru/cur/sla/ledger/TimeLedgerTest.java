package ru.cur.sla.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static ru.cur.sla.ledger.LedgerDatabase.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLedgerTest {
    private static final LedgerDatabase DB = new LedgerDatabase("ledger");

    private final TimeLedger ledger = DB.ledger();

    TimeLedgerTest() {
        DB.clock.set(MONDAY);
    }

    @Test
    void everySecondOfACaseIsSomebodys() {
        String number = DB.opened();
        DB.clock.after(Duration.ofMinutes(20));
        ledger.handOver(number, Party.BODY, "water");
        DB.clock.after(Duration.ofHours(30));
        ledger.handOver(number, Party.APPROVAL, null);
        DB.clock.after(Duration.ofMinutes(90));
        ledger.handOver(number, Party.PUBLICATION, null);
        DB.clock.after(Duration.ofSeconds(7));
        ledger.close(number);

        assertThat(ledger.of(number))
                .extracting(Charge::party, Charge::organisation, Charge::calendar, Charge::working, Charge::running)
                .containsExactly(
                        tuple(Party.CUR, null, Duration.ofMinutes(20), Duration.ofMinutes(20), false),
                        tuple(Party.BODY, "Водоканал", Duration.ofHours(30), Duration.ofHours(13), false),
                        tuple(Party.APPROVAL, null, Duration.ofMinutes(90), Duration.ofMinutes(90), false),
                        tuple(Party.PUBLICATION, null, Duration.ofSeconds(7), Duration.ofSeconds(7), false));
        addsUp(
                number,
                MONDAY,
                MONDAY.plus(Duration.ofMinutes(20 + 30 * 60 + 90)).plusSeconds(7));
    }

    private void addsUp(String number, Instant from, Instant to) {
        List<ChargedTime> sums = ledger.sums(number);
        assertThat(sums.stream().map(ChargedTime::calendar).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.between(from, to));
        assertThat(sums.stream().map(ChargedTime::working).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(DB.region().workingTime(from, to));
    }

    @Test
    void whatGoesOnIsChargedUpToNow() {
        String number = DB.opened();
        DB.clock.after(Duration.ofHours(2));
        ledger.handOver(number, Party.BODY, "city");
        DB.clock.after(Duration.ofHours(3));

        assertThat(ledger.of(number))
                .extracting(Charge::party, Charge::calendar, Charge::working, Charge::running)
                .containsExactly(
                        tuple(Party.CUR, Duration.ofHours(2), Duration.ofHours(2), false),
                        tuple(Party.BODY, Duration.ofHours(3), Duration.ofHours(2), true));
        addsUp(number, MONDAY, MONDAY.plus(Duration.ofHours(5)));
    }

    @Test
    void aPauseGivesTheCaseBackToTheOneWhoHadItOrIsToHaveIt() {
        String number = DB.opened();
        ledger.handOver(number, Party.BODY, "water");
        DB.clock.after(Duration.ofHours(1));
        ledger.pause(number, Party.WAITING_AUTHOR);
        DB.clock.after(Duration.ofHours(1));
        ledger.resume(number);
        DB.clock.after(Duration.ofHours(1));
        ledger.pause(number, Party.WAITING_AUTHOR);
        DB.clock.after(Duration.ofHours(1));
        ledger.handOver(number, Party.BODY, "city");
        ledger.pause(number, Party.SUSPENDED);
        DB.clock.after(Duration.ofHours(1));
        ledger.resume(number);
        DB.clock.after(Duration.ofHours(1));

        assertThat(ledger.of(number))
                .extracting(Charge::party, Charge::organisationId)
                .containsExactly(
                        tuple(Party.BODY, "water"),
                        tuple(Party.WAITING_AUTHOR, null),
                        tuple(Party.BODY, "water"),
                        tuple(Party.WAITING_AUTHOR, null),
                        tuple(Party.SUSPENDED, null),
                        tuple(Party.BODY, "city"));
        addsUp(number, MONDAY, MONDAY.plus(Duration.ofHours(6)));
    }

    @Test
    void theTimeInWhichACaseWasClosedIsNobodys() {
        String number = DB.opened();
        DB.clock.after(Duration.ofHours(1));
        ledger.close(number);
        DB.clock.after(Duration.ofDays(2));
        ledger.close(number);
        assertThat(ledger.sums(number))
                .containsExactly(new ChargedTime(Party.CUR, Duration.ofHours(1), Duration.ofHours(1)));

        ledger.handOver(number, Party.BODY, "water");
        DB.clock.after(Duration.ofHours(1));
        ledger.close(number);

        assertThat(ledger.sums(number))
                .containsExactly(
                        new ChargedTime(Party.CUR, Duration.ofHours(1), Duration.ofHours(1)),
                        new ChargedTime(Party.BODY, Duration.ofHours(1), Duration.ofHours(1)));
    }

    @Test
    void aClockThatIsBehindBooksNothingAndTakesNothingBack() {
        String number = DB.opened();
        DB.clock.after(Duration.ofMinutes(10));
        ledger.handOver(number, Party.BODY, "water");
        DB.clock.set(MONDAY.minus(Duration.ofHours(1)));
        ledger.handOver(number, Party.APPROVAL, null);
        ledger.close(number);

        assertThat(ledger.sums(number))
                .containsExactly(new ChargedTime(Party.CUR, Duration.ofMinutes(10), Duration.ofMinutes(10)));
    }

    @Test
    void handingOverToTheSameOneOrWithinASecondBooksNothing() {
        String number = DB.opened();
        DB.clock.after(Duration.ofMinutes(10));
        ledger.handOver(number, Party.CUR, null);
        assertThat(DB.store.rows(number)).isEmpty();

        ledger.handOver(number, Party.BODY, "water");
        DB.clock.after(Duration.ofMillis(900));
        ledger.handOver(number, Party.BODY, "city");

        assertThat(DB.store.rows(number)).hasSize(1);
    }

    @Test
    void anotherCalendarIsBookedAsACorrection() {
        LedgerDatabase stormy = new LedgerDatabase("ledger_storm");
        String open = stormy.opened();
        String closed = stormy.opened();
        stormy.clock.after(Duration.ofHours(24));
        stormy.handOver(open, Party.BODY, "water");
        stormy.close(closed);
        stormy.clock.after(Duration.ofHours(24));

        stormy.calendar.declareDayOff(LocalDate.of(2026, 11, 23));
        List<ChargedTime> beforeItIsBooked = stormy.ledger().sums(open);
        stormy.close(open);
        stormy.close(open);
        stormy.close(closed);

        assertThat(stormy.ledger().sums(open))
                .isEqualTo(beforeItIsBooked)
                .containsExactly(
                        new ChargedTime(Party.CUR, Duration.ofHours(24), Duration.ofHours(1)),
                        new ChargedTime(Party.BODY, Duration.ofHours(24), Duration.ofHours(8)));
        assertThat(stormy.ledger().of(open).get(0).note()).isEqualTo("Изменился производственный календарь");
        assertThat(stormy.store.rows(open))
                .extracting(Entry::kind)
                .containsExactly(Entry.Kind.SPAN, Entry.Kind.CORRECTION, Entry.Kind.SPAN);
        assertThat(stormy.ledger().sums(closed))
                .containsExactly(new ChargedTime(Party.CUR, Duration.ofHours(24), Duration.ofHours(8)));
    }

    @Test
    void closingTakesTheCalendarOfThatMomentAndAReopeningLeavesItAlone() {
        LedgerDatabase stormy = new LedgerDatabase("ledger_closing");
        String number = stormy.opened();
        stormy.clock.after(Duration.ofHours(24));
        stormy.handOver(number, Party.BODY, "water");
        stormy.calendar.declareDayOff(LocalDate.of(2026, 11, 23));
        stormy.clock.after(Duration.ofHours(1));
        stormy.close(number);
        assertThat(stormy.ledger().sums(number))
                .containsExactly(
                        new ChargedTime(Party.CUR, Duration.ofHours(24), Duration.ofHours(1)),
                        new ChargedTime(Party.BODY, Duration.ofHours(1), Duration.ofHours(1)));

        stormy.clock.after(Duration.ofHours(1));
        stormy.handOver(number, Party.CUR, null);
        stormy.calendar.declareDayOff(LocalDate.of(2026, 11, 24));
        int booked = stormy.store.rows(number).size();
        stormy.close(number);

        assertThat(stormy.store.rows(number)).hasSize(booked);
    }

    @Test
    void whoHandsOverAtTheSameTimeWaits() throws Exception {
        String number = DB.opened();
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            for (Future<?> handOver : people.invokeAll(IntStream.range(0, 40)
                    .mapToObj(i -> Executors.callable(() -> {
                        DB.clock.after(Duration.ofSeconds(1));
                        DB.handOver(number, i % 2 == 0 ? Party.BODY : Party.APPROVAL, i % 2 == 0 ? "water" : null);
                    }))
                    .toList())) {
                handOver.get();
            }
        } finally {
            people.shutdown();
        }
        List<Entry> rows = DB.store.rows(number);
        assertThat(rows)
                .isNotEmpty()
                .extracting(Entry::seq)
                .isEqualTo(IntStream.rangeClosed(1, rows.size()).boxed().toList());
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).previousHash()).isEqualTo(rows.get(i - 1).hash());
            assertThat(rows.get(i).from()).isEqualTo(rows.get(i - 1).to());
        }
    }

    @Test
    void nonsenseIsRefused() {
        String number = DB.opened();
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.open(number, MONDAY, Party.CUR, null))
                .withMessageContaining(number);
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.resume(number))
                .withMessageContaining("not paused");
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.pause(number, Party.BODY));
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.handOver("ПК-2020-000001", Party.CUR, null))
                .withMessageContaining("no ledger");
        ledger.close(number);
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.pause(number, Party.SUSPENDED))
                .withMessageContaining("closed");
        assertThat(ledger.of("ПК-2020-000001")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update time_ledger set working_seconds = 0",
                "delete from time_ledger",
                "truncate time_ledger",
                "delete from time_ledger_open",
                "truncate time_ledger_seal cascade"
            })
    void theDatabaseRefusesToChangeThePast(String sql) {
        assertThatThrownBy(() -> DB.jdbc.sql(sql).update()).hasMessageContaining("are only ever added");
    }
}
