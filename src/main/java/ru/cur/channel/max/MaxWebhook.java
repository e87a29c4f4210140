package ru.cur.channel.max;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Arrival;
import ru.cur.channel.webhook.Secrets;
import ru.cur.channel.webhook.Webhook;

/**
 * Calls of MAX: the secret is in a header. Its events have no names of their own; a message is written once, and edited once at a
 * time.
 */
@Component
@MaxConnected
class MaxWebhook implements Webhook {
    private static final String SECRET = "X-Max-Bot-Api-Secret";
    /** Longer words are none of MAX, nor are longer conversations. */
    private static final int LONGEST = 100;

    private static final int LONGEST_CONVERSATION = 220;

    private final MaxProperties properties;

    MaxWebhook(MaxProperties properties) {
        this.properties = properties;
    }

    @Override
    public Channel channel() {
        return Channel.MAX;
    }

    @Override
    public Reception receive(Call call) {
        if (!Secrets.same(properties.secret(), call.headers().getFirst(SECRET))) {
            return new Forged("wrong secret");
        }
        String type = call.text("/update_type");
        String at = call.text("/timestamp");
        String message = first(call.text("/message/body/mid"), call.text("/message_id"));
        if (type.isEmpty() || type.length() > LONGEST || at.length() > LONGEST) {
            return new Unreadable("update_type is missing");
        }
        if (!message.isEmpty() && !MaxPlace.isMessage(message)) {
            return new Unreadable("the id of the message is none of MAX");
        }
        String conversation = conversation(call);
        if (conversation.length() > LONGEST_CONVERSATION) {
            return new Unreadable("the id of the chat is none of MAX");
        }
        String name = type.endsWith("_created") && !message.isEmpty()
                ? message
                : "%s %s".formatted(message.isEmpty() ? conversation : message, at);
        return new Accepted(
                List.of(new Arrival(
                        Channel.MAX, type.toLowerCase(Locale.ROOT) + ' ' + name, conversation, call.body())),
                "ok");
    }

    private static String conversation(Call call) {
        String post = first(call.text("/message/recipient/post_id"), call.text("/post_id"));
        return post.isEmpty()
                ? "chat " + first(call.text("/message/recipient/chat_id"), call.text("/chat_id"))
                : "post " + post;
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
