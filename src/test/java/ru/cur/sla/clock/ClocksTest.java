package ru.cur.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.TestDatabase;
import ru.cur.sla.Term;
import ru.cur.sla.TermUnit;
import ru.cur.sla.calendar.CalendarDatabase;

/** Two people change the clocks of one case at the same time. */
class ClocksTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final DataSource DATABASE = TestDatabase.migrated("clocks");

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(DATABASE));
    private final Clock clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private final Clocks clocks =
            new Clocks(new ClockStore(jdbc), new CalendarDatabase(jdbc, clock).calendars(), event -> {}, clock);

    private String caseWithAClock(String number) {
        jdbc.sql("insert into incident (number, legal_regime, status, severity, detected_at, registered_at)"
                        + " values (:number, 'SOCIAL_MESSAGE', 'NEW', 'P2', :now, :now)")
                .param("number", number)
                .param("now", Timestamp.from(MONDAY))
                .update();
        change(
                number,
                c -> c.start(ClockKind.FIRST_ANSWER, new Limit.Within(new Term(8, TermUnit.WORKING_HOURS)), 1, null));
        return number;
    }

    private void change(String number, Consumer<CaseClocks> change) {
        transactions.executeWithoutResult(status -> clocks.change(number, "operator", change));
    }

    /** The second comes while the first has changed the clocks and not committed yet. */
    private CompletableFuture<Void> atTheSameTime(
            String number, Consumer<CaseClocks> first, Consumer<CaseClocks> second) {
        return transactions.execute(status -> {
            clocks.change(number, "operator", first);
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> change(number, second));
            await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
            return begun;
        });
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Test
    void whoComesSecondSeesWhatTheFirstHasDone() throws Exception {
        String number = caseWithAClock("ПК-2026-000001");
        atTheSameTime(
                        number,
                        c -> c.pause("Ждём уточнения адреса"),
                        c -> c.extend(
                                ClockKind.FIRST_ANSWER,
                                new Term(1, TermUnit.WORKING_HOURS),
                                "Нужна спецтехника",
                                "curator"))
                .get();

        assertThat(clocks.of(number))
                .singleElement()
                .extracting(reading ->
                        reading.clock().events().stream().map(ClockEvent::type).toList())
                .isEqualTo(List.of(ClockEvent.Type.STARTED, ClockEvent.Type.PAUSED, ClockEvent.Type.EXTENDED));
        assertThat(clocks.of(number).get(0).left()).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void whoPausesSecondIsRefused() {
        String number = caseWithAClock("ПК-2026-000002");
        CompletableFuture<Void> second =
                atTheSameTime(number, c -> c.pause("Ждём автора"), c -> c.pause("Ждём уточнения адреса"));

        assertThatThrownBy(second::get)
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("уже приостановлены");
    }
}
