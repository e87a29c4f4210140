package ru.cur.channel.exchange;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers that wait for a person to bring them to «Госуслуги. Решаем вместе» in a file. */
@Component
class AnswerQueue {
    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts an answer into the queue, once for each key; another text takes the place of one that is in no file yet. In a
     * transaction of its own: the caller's ends with the exception that tells it to wait.
     *
     * @return whether a person has confirmed that the answer is there
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean isBrought(String key, String number, String text) {
        jdbc.sql(
                        "insert into export_answer (idempotency_key, number, text, queued_at) values (:key, :number, :text, :at)"
                                + " on conflict (idempotency_key) do update set text = excluded.text where export_answer.batch_id is null")
                .param("key", key)
                .param("number", number)
                .param("text", text)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("update export_answer set told_at = coalesce(told_at, :at) from export_batch batch"
                                + " where idempotency_key = :key and batch.id = batch_id and batch.state = 'CONFIRMED'")
                        .param("key", key)
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }
}
