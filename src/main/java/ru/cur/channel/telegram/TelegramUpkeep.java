package ru.cur.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Chore;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.channel.network.Troubles;
import ru.cur.channel.telegram.TelegramProperties.Updates;
import ru.cur.platform.web.ProgramAddress;

/** Keeps Telegram bringing its events in the way that the settings name, and looks how it fares with that. */
class TelegramUpkeep extends Chore {
    private static final String NAME = "telegram upkeep";
    private static final int MANY = 1000;

    private final TelegramApi api;
    private final TelegramProperties settings;
    private final String address;
    private final Troubles troubles;
    private final ChoreLeases leases;
    /** Telegram does not say which secret it has, so each start tells it anew. */
    private boolean told;

    TelegramUpkeep(
            TelegramApi api,
            TelegramProperties settings,
            ProgramAddress address,
            Troubles troubles,
            ChoreLeases leases) {
        super(Channel.TELEGRAM, NAME, Duration.ofMinutes(5), leases);
        this.api = api;
        this.settings = settings;
        this.address = address.linkTo("/channels/telegram/webhook");
        this.troubles = troubles;
        this.leases = leases;
    }

    @Override
    protected void perform() {
        JsonNode known = api.ask("getWebhookInfo", Map.of());
        boolean wanted = settings.updates() == Updates.WEBHOOK;
        if (wanted && !(told && isAsWanted(known))) {
            subscribe();
        } else if (!wanted && !known.path("url").asText().isEmpty()) {
            api.ask("deleteWebhook", Map.of("drop_pending_updates", false));
        }
        if (wanted) {
            noteTrouble(known);
        }
    }

    private boolean isAsWanted(JsonNode known) {
        return known.path("url").asText().equals(address)
                && StreamSupport.stream(known.path("allowed_updates").spliterator(), false)
                        .map(JsonNode::asText)
                        .sorted()
                        .toList()
                        .equals(TelegramUpdate.KINDS.stream().sorted().toList());
    }

    private void subscribe() {
        api.ask(
                "setWebhook",
                Map.of(
                        "url",
                        address,
                        "secret_token",
                        settings.secret(),
                        "allowed_updates",
                        TelegramUpdate.KINDS,
                        "drop_pending_updates",
                        false));
        told = true;
    }

    /** Each failure of Telegram's is noted once. */
    private void noteTrouble(JsonNode known) {
        long pending = known.path("pending_update_count").asLong();
        String failedAt = known.path("last_error_date").asText("");
        if (!failedAt.isEmpty() && !leases.marker(NAME).orElse("").equals(failedAt)) {
            troubles.note(
                    Channel.TELEGRAM,
                    Troubles.Kind.FAILED,
                    "Telegram не доставил событие: %s; ждут доставки: %d"
                            .formatted(known.path("last_error_message").asText("без объяснения"), pending));
            leases.mark(NAME, failedAt);
        } else if (pending >= MANY) {
            troubles.note(Channel.TELEGRAM, Troubles.Kind.FAILED, "В Telegram ждут доставки событий: " + pending);
        }
    }
}
