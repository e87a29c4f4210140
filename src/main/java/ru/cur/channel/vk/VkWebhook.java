package ru.cur.channel.vk;

import java.util.List;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.webhook.Secrets;
import ru.cur.channel.webhook.Webhook;

/** Callback API: the secret is inside of the body, and VKontakte wants to hear «ok». */
@Component
@VkConnected
class VkWebhook implements Webhook {
    private final VkProperties properties;

    VkWebhook(VkProperties properties) {
        this.properties = properties;
    }

    @Override
    public Channel channel() {
        return Channel.VK;
    }

    @Override
    public Reception receive(Call call) {
        if (call.json().path("group_id").asLong() != properties.groupId()) {
            return new Forged("group_id of another community");
        }
        String type = call.text("/type");
        if (type.equals("confirmation")) {
            return new Accepted(List.of(), properties.confirmation());
        }
        if (!Secrets.same(properties.secret(), call.text("/secret"))) {
            return new Forged("wrong secret");
        }
        String key = call.text("/event_id");
        return type.isEmpty() || key.isEmpty()
                ? new Unreadable("type or event_id is missing")
                : new Accepted(
                        List.of(new Arrival(
                                Channel.VK,
                                key,
                                VkConversation.of(type, call.json().path("object"), key),
                                withoutSecret(call))),
                        "ok");
    }

    /** Events are shown to people and kept for years; the secret is for neither. */
    private String withoutSecret(Call call) {
        return call.body().replace(properties.secret(), "***");
    }
}
