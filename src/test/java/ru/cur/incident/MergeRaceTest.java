package ru.cur.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.ClockedTest;
import ru.cur.reply.Recipients;

/** An answer goes out while an operator attaches one more message to its case: the author is answered, or the operator told. */
class MergeRaceTest extends ClockedTest {
    @Autowired
    private Triage triage;

    @Autowired
    private Recipients recipients;

    @Autowired
    private CaseOutcome outcome;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aMessageNeverJoinsACaseBehindTheBackOfItsAnswer() {
        IncidentNumber answered =
                new IncidentNumber(journeys.registered("На Русской нет воды").number());
        IncidentNumber late = new IncidentNumber(
                journeys.registered("И у нас на Русской нет воды").number());
        CompletableFuture<Void> attaching = new TransactionTemplate(transactions).execute(status -> {
            assertThat(recipients.hold(answered.value())).hasSize(1);
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> attach(late, answered));
            await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
            outcome.close(answered);
            return begun;
        });
        assertThatThrownBy(attaching::get)
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("уже завершён, присоединить к нему нельзя");
        assertThat(recipientsOf(answered)).isEqualTo(1);
        assertThat(recipientsOf(late)).isEqualTo(1);
    }

    private void attach(IncidentNumber late, IncidentNumber answered) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            triage.attach(late, answered.value(), "operator");
            triage.merge(late);
        });
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from pg_stat_activity"
                                + " where datname = current_database() and wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int recipientsOf(IncidentNumber number) {
        return new TransactionTemplate(transactions)
                .execute(status -> recipients.of(number.value()).size());
    }
}
