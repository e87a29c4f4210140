package ru.cur.channel.telegram;

import java.util.List;
import ru.cur.channel.Channel;
import ru.cur.channel.webhook.Secrets;
import ru.cur.channel.webhook.Webhook;

/** Telegram's calls, which have the secret in a header. */
class TelegramWebhook implements Webhook {
    static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final TelegramProperties settings;

    TelegramWebhook(TelegramProperties settings) {
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public Reception receive(Call call) {
        if (settings.updates() != TelegramProperties.Updates.WEBHOOK) {
            return new Forged("events are asked for, nobody may bring them");
        }
        if (!Secrets.same(settings.secret(), call.headers().getFirst(SECRET))) {
            return new Forged("wrong secret token");
        }
        TelegramUpdate update = new TelegramUpdate(call.json());
        return update.hasId()
                ? new Accepted(List.of(update.arrival(call.body())), "ok")
                : new Unreadable("no update_id");
    }
}
