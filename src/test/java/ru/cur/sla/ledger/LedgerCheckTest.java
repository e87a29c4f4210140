package ru.cur.sla.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.sla.ledger.LedgerDatabase.MONDAY;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerCheckTest {
    private static final LedgerDatabase DB = new LedgerDatabase("ledger_check");

    private final LedgerCheck check = DB.check();

    @BeforeEach
    void startWithoutCases() {
        DB.clock.set(MONDAY);
        DB.clear();
    }

    /** A closed case with four rows. */
    private static String fourRows() {
        String number = DB.opened();
        DB.clock.after(Duration.ofHours(1));
        DB.handOver(number, Party.BODY, "water");
        DB.clock.after(Duration.ofHours(5));
        DB.handOver(number, Party.APPROVAL, null);
        DB.clock.after(Duration.ofHours(1));
        DB.handOver(number, Party.PUBLICATION, null);
        DB.clock.after(Duration.ofMinutes(1));
        DB.close(number);
        return number;
    }

    private List<String> found() {
        return verified().first().stream().map(LedgerBreak::text).toList();
    }

    private Verification verified() {
        return DB.inTransaction(check::verifyAll);
    }

    private void seal() {
        DB.inTransaction(() -> {
            check.seal();
            return null;
        });
    }

    @Test
    void whatTheProgramHasWrittenIsInOrder() {
        fourRows();
        String reopened = fourRows();
        DB.clock.after(Duration.ofDays(1));
        DB.handOver(reopened, Party.BODY, "city");
        DB.clock.after(Duration.ofDays(1));
        DB.close(reopened);
        DB.opened();

        assertThat(verified())
                .extracting(Verification::isIntact, Verification::cases, Verification::rows)
                .containsExactly(true, 3L, 10L);
        seal();
        fourRows();
        assertThat(found()).isEmpty();
        seal();
        seal();
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "working_seconds = 1 where seq = 3 | строка 3: содержимое строки изменено",
                "organisation_id = 'city' where seq = 2 | строка 2: содержимое строки изменено",
                "party = 'CUR' where seq = 4 | строка 4: содержимое строки изменено",
                "booked_at = booked_at + interval '1 microsecond' where seq = 1 | строка 1: содержимое строки изменено",
                "reason = '' where seq = 1 | строка 1: содержимое строки изменено",
                "hash = repeat('0', 64) where seq = 4 | строка 4: содержимое строки изменено",
                "seq = 7 where seq = 4 | строка 4: строки нет",
            })
    void aChangedRowIsNamed(String change, String complaint) {
        fourRows();
        String number = fourRows();
        fourRows();
        DB.tamper("time_ledger", "update time_ledger set %s and incident_number = '%s'".formatted(change, number));

        assertThat(found().get(0)).isEqualTo("Журнал времени инцидента %s, %s", number, complaint + after(complaint));
    }

    private static String after(String complaint) {
        return complaint.endsWith("изменено") ? " после записи" : "";
    }

    @Test
    void aRowWithItsHashComputedAnewBreaksTheChainBehindIt() {
        String number = fourRows();
        forge(number, 2, 4);
        assertThat(found())
                .containsExactly(
                        "Журнал времени инцидента %s, строка 3: строка не продолжает предыдущую:".formatted(number)
                                + " цепочка контрольных сумм прервана");
    }

    @Test
    void theLastRowWithItsHashComputedAnewIsNotTheOneThatTheStateNames() {
        String number = fourRows();
        forge(number, 4, 0);

        assertThat(verified().first()).containsExactly(LedgerBreak.of(number, 4, LedgerFault.ROW_REPLACED));
    }

    /** Charges the row to another party and computes its hash anew. */
    private static void forge(String number, int seq, long lessWorking) {
        Entry row = DB.store.rows(number).get(seq - 1);
        Entry forged = new Entry(
                        number,
                        seq,
                        row.kind(),
                        row.holder(),
                        row.from(),
                        row.to(),
                        row.calendarSeconds(),
                        row.workingSeconds() / 2 - lessWorking,
                        row.bookedAt(),
                        row.reason(),
                        row.previousHash(),
                        null)
                .hashed();
        DB.tamper(
                "time_ledger",
                "update time_ledger set working_seconds = %d, hash = '%s' where incident_number = '%s' and seq = %d"
                        .formatted(forged.workingSeconds(), forged.hash(), number, seq));
    }

    @ParameterizedTest
    @CsvSource({"seq = 1, 1", "seq = 3, 3", "seq = 4, 4", "seq > 2, 3", "seq > 0, 1"})
    void missingRowsAreNamed(String which, int named) {
        String number = fourRows();
        DB.tamper(
                "time_ledger", "delete from time_ledger where incident_number = '%s' and %s".formatted(number, which));

        assertThat(verified().first()).containsExactly(LedgerBreak.of(number, named, LedgerFault.ROW_MISSING));
    }

    @Test
    void aRowThatTheProgramHasNotWrittenIsNamed() {
        String number = fourRows();
        Entry last = DB.store.rows(number).get(3);
        CaseLedger forger = new CaseLedger(
                new Account(number, MONDAY, last.holder(), last.to(), null, 4, last.hash(), null),
                last.to().plusSeconds(60),
                DB.region());
        forger.close();
        DB.inTransaction(() -> {
            DB.store.save(forger);
            return DB.jdbc
                    .sql("update time_ledger_open set since = :to, last_seq = 4, last_hash = :hash, closed_at = :to")
                    .param("to", Timestamp.from(last.to()))
                    .param("hash", last.hash())
                    .update();
        });

        assertThat(verified().first()).containsExactly(LedgerBreak.of(number, 5, LedgerFault.ROW_FORGED));
    }

    @Test
    void aTailThatIsDeletedTogetherWithTheStateIsFoundByTheSeal() {
        String number = fourRows();
        seal();
        Entry second = DB.store.rows(number).get(1);
        DB.tamper("time_ledger", "delete from time_ledger where seq > 2");
        DB.tamper(
                "time_ledger_open",
                "update time_ledger_open set last_seq = 2, last_hash = '%s', since = '%s', closed_at = '%s'"
                        .formatted(second.hash(), second.to(), second.to()));

        assertThat(found())
                .containsExactly("Журнал времени инцидента %s, строка 4: строка изменена или удалена после того,"
                                .formatted(number)
                        + " как была запечатана");
    }

    @Test
    void aWholeCaseThatIsGoneIsFoundByTheSeal() {
        fourRows();
        String number = fourRows();
        seal();
        DB.tamper("time_ledger", "delete from time_ledger where incident_number = '%s'".formatted(number));
        DB.tamper("time_ledger_open", "delete from time_ledger_open where incident_number = '%s'".formatted(number));

        assertThat(verified().first()).containsExactly(new LedgerBreak(number, 4, 1, LedgerFault.SEALED_ROW_CHANGED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time_ledger_seal_case | delete from time_ledger_seal_case where seal = 1 | 1",
                "time_ledger_seal_case | update time_ledger_seal_case set first_seq = 2 where seal = 2 | 2",
                "time_ledger_seal | update time_ledger_seal set day = day + 1 where number = 2 | 2",
                "time_ledger_seal | update time_ledger_seal set previous_hash = hash where number = 1 | 1",
            })
    void aChangedSealIsNamed(String table, String sql, int seal) {
        fourRows();
        seal();
        fourRows();
        seal();
        DB.tamper(table, sql);

        assertThat(found())
                .containsExactly("Печать журнала времени № %d: печать изменена, удалена или подделана".formatted(seal));
    }

    @Test
    void aTimeThatDoesNotContinueAndASumThatDoesNotFitAreNamed() {
        String number = DB.opened();
        Account account = DB.inTransaction(() -> DB.store.lock(number));
        ChainCheck chain = new ChainCheck(account);
        Entry late = entry(number, 1, MONDAY.plusSeconds(1), MONDAY.plusSeconds(3), 2, 1, Fingerprint.NONE);
        chain.next(late);
        chain.next(entry(number, 2, MONDAY.plusSeconds(3), MONDAY.plusSeconds(5), 2, 3, late.hash()));

        assertThat(chain.end())
                .contains(
                        LedgerBreak.of(number, 1, LedgerFault.TIME_BROKEN),
                        LedgerBreak.of(number, 2, LedgerFault.SUM_WRONG));
    }

    private static Entry entry(
            String number, int seq, Instant from, Instant to, long calendar, long working, String previous) {
        return new Entry(
                        number,
                        seq,
                        Entry.Kind.SPAN,
                        new Holder(Party.CUR, null),
                        from,
                        to,
                        calendar,
                        working,
                        to,
                        null,
                        previous,
                        null)
                .hashed();
    }

    @Test
    void aChangedStateIsNoticed() {
        String number = fourRows();
        DB.jdbc
                .sql("update time_ledger_open set since = since + interval '1 hour'")
                .update();

        assertThat(verified().first()).containsExactly(LedgerBreak.of(number, 4, LedgerFault.STATE_CHANGED));
    }

    @Test
    void whatHasBeenInvestigatedRaisesNoSecondAlarmAndHidesNoOther() {
        String number = fourRows();
        DB.tamper("time_ledger", "update time_ledger set working_seconds = 1 where seq = 2");
        Verification first = verified();
        assertThat(first.breaks()).isEqualTo(1);
        assertThat(verified().isIntact()).isFalse();

        check.resolve(first.id(), "Ошибка при переносе базы, восстановлено из копии", "admin");
        assertThat(verified().isIntact()).isTrue();
        seal();
        assertThat(verified().isIntact()).isTrue();

        DB.tamper("time_ledger", "update time_ledger set working_seconds = 1 where seq = 3");
        assertThat(verified().first()).containsExactly(LedgerBreak.of(number, 3, LedgerFault.ROW_CHANGED));
    }

    @Test
    void fieldsCannotBeMovedIntoEachOther() {
        assertThat(new Fingerprint().add("ab").add("c").hex())
                .isNotEqualTo(new Fingerprint().add("a").add("bc").hex())
                .isNotEqualTo(new Fingerprint().add("ab").add("c").add(null).hex());
        assertThat(new Fingerprint().add(null).hex())
                .isNotEqualTo(new Fingerprint().add("-").hex());
    }
}
