package ru.cur.channel.ok;

import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.webhook.Secrets;
import ru.cur.channel.webhook.Webhook;

/** Calls of Odnoklassniki, which sign nothing: who knows the secret of our address is believed. */
@Component
@OkConnected
class OkWebhook implements Webhook {
    private static final int LONGEST = 100;

    private final OkProperties properties;
    private final List<IpAddressMatcher> networks;

    OkWebhook(OkProperties properties) {
        this.properties = properties;
        this.networks =
                properties.networks().stream().map(IpAddressMatcher::new).toList();
    }

    @Override
    public Channel channel() {
        return Channel.OK;
    }

    @Override
    public boolean comesFrom(String address) {
        return networks.isEmpty() || networks.stream().anyMatch(network -> network.matches(address));
    }

    @Override
    public Reception receive(Call call) {
        if (!Secrets.same(properties.secret(), call.query().get("secret"))) {
            return new Forged("wrong secret");
        }
        String chat = call.text("/recipient/chat_id");
        String message = call.text("/message/mid");
        String type = call.text("/webhookType");
        String at = call.text("/timestamp");
        if (!OkPlace.isChat(chat) || type.length() > LONGEST || at.length() > LONGEST) {
            return new Unreadable("chat_id is missing");
        }
        if (!message.isEmpty() && !OkPlace.isMessage(message)) {
            return new Unreadable("the id of the message is none of Odnoklassniki");
        }
        String name = OkEvents.isNew(call.json())
                ? "message " + message
                : "%s %s %s".formatted(type, message.isEmpty() ? chat : message, at);
        return new Accepted(List.of(new Arrival(Channel.OK, name, chat, call.body())), "ok");
    }
}
