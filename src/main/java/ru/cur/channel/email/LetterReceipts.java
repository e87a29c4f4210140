package ru.cur.channel.email;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.MessageTaken;
import ru.cur.incident.IncidentHistory;

/**
 * Which letters get a receipt: reads and writes the table {@code letter_receipt}. By law a letter is no appeal since 30.03.2025
 * (547-FZ); the history of the case says so, and the receipt tells the author.
 */
class LetterReceipts {
    static final String MARK = "Письмо по электронной почте: обращением по 59-ФЗ не является";

    private final JdbcClient jdbc;
    private final IncidentHistory history;
    private final EmailProperties settings;
    private final Clock clock;

    LetterReceipts(JdbcClient jdbc, IncidentHistory history, EmailProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    /** A receipt on its way. */
    record Receipt(long eventId, String number, String address) {}

    /** In the transaction that takes the letter in. Who adds to a case that is open knows its number already. */
    @EventListener
    void on(MessageTaken taken) {
        if (taken.event().channel() != Channel.EMAIL) {
            return;
        }
        history.add(
                taken.receipt().number(),
                IncidentHistory.SYSTEM,
                MARK,
                "Обращение подаётся через ЕПГУ («Госуслуги») или систему с идентификацией автора (547-ФЗ, с 30.03.2025)");
        if (settings.acknowledge() && taken.receipt().created()) {
            Letter.of(taken.event()).replyTo().ifPresent(author -> add(taken, author.getAddress()));
        }
    }

    private void add(MessageTaken taken, String address) {
        jdbc.sql("insert into letter_receipt (event_id, number, address, next_at)"
                        + " values (:event, :number, :address, :at) on conflict (event_id) do nothing")
                .param("event", taken.event().id())
                .param("number", taken.receipt().number().value())
                .param("address", address.toLowerCase(Locale.ROOT))
                .param("at", now(Duration.ZERO))
                .update();
    }

    /** Begins the next one; whatever happens then, it is not begun again by itself. */
    Optional<Receipt> begin() {
        return jdbc.sql("update letter_receipt set state = 'BEGUN', begun_at = :now where event_id ="
                        + " (select event_id from letter_receipt where state = 'WAITING' and next_at <= :now"
                        + " order by next_at, event_id limit 1 for update skip locked) returning *")
                .param("now", now(Duration.ZERO))
                .query((row, i) ->
                        new Receipt(row.getLong("event_id"), row.getString("number"), row.getString("address")))
                .optional();
    }

    /** How many others the address has got within that time. */
    int latelySentTo(Receipt receipt, Duration within) {
        return jdbc.sql("select count(*) from letter_receipt where address = :address and event_id <> :event"
                        + " and state in ('BEGUN', 'SENT') and begun_at > :since")
                .param("address", receipt.address())
                .param("event", receipt.eventId())
                .param("since", now(within.negated()))
                .query(Integer.class)
                .single();
    }

    void sent(Receipt receipt) {
        put(receipt, "SENT", Duration.ZERO);
    }

    void skipped(Receipt receipt) {
        put(receipt, "SKIPPED", Duration.ZERO);
    }

    /** It has certainly not gone out. */
    void later(Receipt receipt, Duration after) {
        put(receipt, "WAITING", after);
    }

    private void put(Receipt receipt, String state, Duration after) {
        jdbc.sql("update letter_receipt set state = :state, next_at = :next where event_id = :event")
                .param("state", state)
                .param("next", now(after))
                .param("event", receipt.eventId())
                .update();
    }

    private Timestamp now(Duration later) {
        return Timestamp.from(clock.instant().plus(later));
    }
}
