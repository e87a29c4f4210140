package ru.cur.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.incident.MessageIntake;

/** Rows become cases once each, whoever dies or hurries meanwhile. */
class ImportWorkTest extends ImportWalk {
    private static final int ROWS = 40;

    @Autowired
    private ImportStaging staging;

    @Autowired
    private MessageIntake intake;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ExchangeProperties properties;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    @Test
    void aNodeThatDiesInTheMiddleOfARowLeavesItToTheNextOne() throws IOException {
        long run = confirmed(3);
        work.work();

        new TransactionTemplate(transactions).executeWithoutResult(begun -> {
            work.work();
            assertThat(messages())
                    .as("the row is registered, but not committed")
                    .isEqualTo(2);
            begun.setRollbackOnly();
        });
        assertThat(messages()).isEqualTo(1);
        assertThat(runs.find(run).done()).isEqualTo(1);

        anotherNode().workAll();
        assertThat(messages()).isEqualTo(3);
        assertThat(runs.find(run).created()).isEqualTo(3);
        assertThat(runs.find(run).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void aRowThatAnotherNodeWorksOnDoesNotEndTheImport() throws IOException {
        long run = confirmed(1);

        new TransactionTemplate(transactions).executeWithoutResult(begun -> {
            work.work();
            assertThat(onAnotherThread(() -> anotherNode().work())).isFalse();
            assertThat(onAnotherThread(() -> runs.find(run).state())).isEqualTo(RunState.RUNNING);
        });

        anotherNode().workAll();
        assertThat(runs.find(run).state()).isEqualTo(RunState.DONE);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void twoNodesShareTheRows() throws Exception {
        long run = confirmed(ROWS);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = new ArrayList<>();
            for (ImportWork node : List.of(work, anotherNode())) {
                both.add(nodes.submit(node::workAll));
            }
            for (Future<?> node : both) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(runs.find(run).created()).isEqualTo(ROWS);
        assertThat(messages()).isEqualTo(ROWS);
    }

    @Test
    void aRowWithWhichTheProgramFailsDoesNotHoldUpTheOthers() throws IOException {
        long run = confirmed(3);
        String understood = jdbc.sql("select message::text from import_row where run_id = ? and row_no = 2")
                .param(run)
                .query(String.class)
                .single();
        jdbc.sql("update import_row set message = '{\"regime\": \"NONE\"}' where run_id = ? and row_no = 2")
                .param(run)
                .update();

        work.workAll();

        assertThat(runs.find(run).created()).isEqualTo(2);
        assertThat(runs.find(run).failed()).isEqualTo(1);
        assertThat(runs.firstBad(run, 10))
                .singleElement()
                .satisfies(bad -> assertThat(bad.problems().get(0).what()).contains("программа не смогла"));

        jdbc.sql("update import_row set message = cast(? as jsonb) where run_id = ? and row_no = 2")
                .params(understood, run)
                .update();
        runs.decide(run, ImportRuns.Act.RETRIED, "operator");
        work.workAll();

        assertThat(runs.find(run).created()).isEqualTo(3);
        assertThat(runs.find(run).failed()).isZero();
    }

    @Test
    void whatDidNotBecomeACaseIsForgottenAfterAMonth() throws IOException {
        long unconfirmed = staged(1);
        long done = confirmed(2);
        work.workAll();
        jdbc.sql("update import_run set uploaded_at = uploaded_at - interval '31 days',"
                        + " finished_at = finished_at - interval '31 days'")
                .update();

        long fresh = staged(1);

        assertThat(jdbc.sql("select id from import_run order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(done, fresh)
                .doesNotContain(unconfirmed);
        assertThat(jdbc.sql("select distinct run_id from import_row")
                        .query(Long.class)
                        .list())
                .containsExactly(fresh);
        assertThat(runs.find(done).created()).as("its figures remain").isEqualTo(2);
    }

    private ImportWork anotherNode() {
        return new ImportWork(intake, runs, jdbc, json, transactions, properties);
    }

    private static <T> T onAnotherThread(Callable<T> question) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(question).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            thread.shutdown();
        }
    }

    private long confirmed(int rows) throws IOException {
        long run = staged(rows);
        runs.decide(run, ImportRuns.Act.CONFIRMED, "operator");
        return run;
    }

    private long staged(int rows) throws IOException {
        String file = IntStream.rangeClosed(1, rows)
                .mapToObj(row -> "%s-%d;Сообщение;Нет люка на Русской, %d".formatted(id, row, row))
                .collect(Collectors.joining("\n", "Номер сообщения;Тип;Текст сообщения\n", "\n"));
        Path path = folder.resolve("rows.csv");
        Files.write(path, file.getBytes(StandardCharsets.UTF_8));
        return staging.stage(ExchangeSource.POS, "rows.csv", Files.size(path), path, "operator");
    }
}
