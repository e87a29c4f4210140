package ru.cur.channel.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.incident.MessageIntake;
import ru.cur.incident.MessageIntake.Receipt;
import ru.cur.platform.background.BackgroundWork;

/**
 * Registers the rows of confirmed imports. Each is one transaction, in which its message becomes a case and the row says so:
 * a node that dies leaves the row to the next one, and nothing happens twice.
 */
@Component
class ImportWork implements BackgroundWork {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int MOST_TRIES = 3;

    private final MessageIntake intake;
    private final ImportRuns runs;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final TransactionTemplate inTransaction;
    private final ExchangeProperties properties;

    ImportWork(
            MessageIntake intake,
            ImportRuns runs,
            JdbcClient jdbc,
            ObjectMapper json,
            PlatformTransactionManager transactions,
            ExchangeProperties properties) {
        this.intake = intake;
        this.runs = runs;
        this.jdbc = jdbc;
        this.json = json;
        this.inTransaction = new TransactionTemplate(transactions);
        this.properties = properties;
    }

    /** A row that this node alone works on. */
    private record Row(
            long run, int row, String source, String channel, String externalId, String message, String actor) {}

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public Duration pause() {
        return properties.pause();
    }

    @Override
    public int threads() {
        return properties.threads();
    }

    /**
     * Registers the next row of any import that goes on.
     *
     * @return false when there is none that another node does not work on
     */
    @Override
    public boolean work() {
        AtomicReference<Row> claimed = new AtomicReference<>();
        try {
            inTransaction.executeWithoutResult(begun -> registerNext(claimed));
        } catch (RuntimeException failed) {
            if (claimed.get() == null) {
                throw failed;
            }
            LOG.warn(
                    "Строка {} загрузки {} не зарегистрирована",
                    claimed.get().row(),
                    claimed.get().run(),
                    failed);
            countFailure(claimed.get());
        }
        return claimed.get() != null;
    }

    /** Registers all that waits now. */
    void workAll() {
        boolean more = true;
        while (more) {
            more = work();
        }
    }

    /** @param claimed says which row it was, also when it fails */
    private void registerNext(AtomicReference<Row> claimed) {
        claim().ifPresentOrElse(
                        row -> {
                            claimed.set(row);
                            register(row);
                        },
                        runs::finish);
    }

    private Optional<Row> claim() {
        // The next row of each import is found by the index; a sort over all of them would take longer with each row.
        return jdbc.sql(
                        "select next.*, source, confirmed_by from import_run cross join lateral ("
                                + "select run_id, row_no, channel, external_id, message from import_row"
                                + " where run_id = import_run.id and state = 'READY' order by tries, row_no limit 1"
                                + " for update skip locked) next where import_run.state = 'RUNNING' order by import_run.id limit 1")
                .query((row, i) -> new Row(
                        row.getLong("run_id"),
                        row.getInt("row_no"),
                        row.getString("source"),
                        row.getString("channel"),
                        row.getString("external_id"),
                        row.getString("message"),
                        row.getString("confirmed_by")))
                .optional();
    }

    private void register(Row row) {
        ImportedMessage message = message(row);
        Receipt receipt =
                intake.receive(message.toMessage(row.channel(), row.externalId()), null, message.regime(), row.actor());
        if (row.source().equals(ExchangeSource.IM.code())) {
            jdbc.sql("insert into im_message (number, channel, external_id) values (?, ?, ?) on conflict do nothing")
                    .params(message.number(), row.channel(), row.externalId())
                    .update();
        }
        jdbc.sql("update import_row set state = :state, incident_number = :number, message = null"
                        + " where run_id = :run and row_no = :row")
                .param("state", receipt.created() ? "CREATED" : "KNOWN")
                .param("number", receipt.number().value())
                .param("run", row.run())
                .param("row", row.row())
                .update();
    }

    private ImportedMessage message(Row row) {
        try {
            return json.readValue(row.message(), ImportedMessage.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After some tries a row is left to people, so that it does not hold up the others for ever. */
    private void countFailure(Row row) {
        jdbc.sql("update import_row set tries = tries + 1,"
                        + " state = case when tries + 1 < :most then state else 'FAILED' end,"
                        + " problems = jsonb_build_array(jsonb_build_object('value', '', 'what', cast(:what as text)))"
                        + " where run_id = :run and row_no = :row and state = 'READY'")
                .param("most", MOST_TRIES)
                .param("what", "программа не смогла зарегистрировать строку; повторите или сообщите администратору")
                .param("run", row.run())
                .param("row", row.row())
                .update();
    }
}
