package ru.cur.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.reply.ReplyWaits;

/** Asks for events where Telegram can't call us. From where to ask on is committed with the events that were found. */
class TelegramPolling extends Chore {
    private static final String NAME = "telegram poll";
    private static final int MOST = 100;
    /** Shorter than the program waits for an answer. */
    private static final int WAIT_SECONDS = 10;
    /** A full round takes less than the lease of a chore. */
    private static final int ROUNDS = 10;

    private static final Pattern HALF_CHARACTERS = Pattern.compile("\\p{Cs}");

    private final TelegramApi api;
    private final Inbox inbox;
    private final ChoreLeases leases;
    private final TransactionTemplate transaction;

    TelegramPolling(TelegramApi api, Inbox inbox, ChoreLeases leases, PlatformTransactionManager transactions) {
        super(Channel.TELEGRAM, NAME, Duration.ofSeconds(1), leases);
        this.api = api;
        this.inbox = inbox;
        this.leases = leases;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected void perform() {
        int found = MOST;
        try {
            for (int round = 0; round < ROUNDS && found == MOST; round++) {
                found = ask();
            }
        } catch (ReplyWaits standstill) {
            // Known already, and told on the page «Каналы»; events wait in Telegram for a day.
        }
    }

    private int ask() {
        long offset = leases.marker(NAME).map(Long::valueOf).orElse(0L);
        JsonNode updates = api.ask(
                "getUpdates",
                Map.of(
                        "offset",
                        offset,
                        "limit",
                        MOST,
                        "timeout",
                        WAIT_SECONDS,
                        "allowed_updates",
                        TelegramUpdate.KINDS));
        List<Arrival> arrivals = new ArrayList<>();
        long next = offset;
        for (JsonNode json : updates) {
            TelegramUpdate update = new TelegramUpdate(json);
            next = update.id() + 1;
            // Half a character can be told in JSON and not be stored.
            arrivals.add(update.arrival(HALF_CHARACTERS.matcher(json.toString()).replaceAll("?")));
        }
        keep(arrivals, next);
        return arrivals.size();
    }

    private void keep(List<Arrival> arrivals, long next) {
        if (!arrivals.isEmpty()) {
            transaction.executeWithoutResult(begun -> {
                inbox.store(arrivals);
                leases.mark(NAME, String.valueOf(next));
            });
        }
    }
}
