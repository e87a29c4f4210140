package ru.cur.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;

/**
 * Answers in chats of the group. They are private anyway, so that a private message is the same. Pictures stay out: Odnoklassniki
 * take them by a public address only, and ours have none. A message that is answered can't be named; the answer is the next one.
 */
@Component
@OkConnected
@Order(0)
class OkChatPublisher implements ReplyPublisher {
    private final OkChats chats;

    OkChatPublisher(OkChats chats) {
        this.chats = chats;
    }

    @Override
    public boolean serves(Place place) {
        return OkPlace.chat(place).isPresent();
    }

    @Override
    public Published publish(Reply reply) {
        String chat = OkPlace.chat(reply.place()).orElseThrow();
        Optional<Published> out = reply.mayBeOut() ? find(reply, chat) : Optional.empty();
        return out.orElseGet(() -> send(reply, chat));
    }

    private Published send(Reply reply, String chat) {
        try {
            return published(chats.send(chat, reply.text()).path("message_id"));
        } catch (OkRefusal refusal) {
            throw new ReplyRefused(kind(refusal), refusal.getMessage());
        }
    }

    /** Looks for it among what came after the message that it answers. */
    private Optional<Published> find(Reply reply, String chat) {
        List<JsonNode> latest;
        try {
            latest = StreamSupport.stream(chats.latest(chat).path("messages").spliterator(), false)
                    .toList();
        } catch (OkRefusal refusal) {
            throw new ReplyRefused(Kind.OUTCOME_UNKNOWN, refusal.getMessage());
        }
        List<JsonNode> after = latest.stream()
                .takeWhile(message -> !message.at("/message/mid")
                        .asText()
                        .equals(reply.place().externalId()))
                .toList();
        Optional<Published> found = after.stream()
                .filter(message -> !message.at("/sender/user_id")
                        .asText()
                        .equals("user:" + reply.place().authorId()))
                .filter(message -> reply.says(message.at("/message/text").asText("")))
                .map(message -> published(message.at("/message/mid")))
                .findFirst();
        if (found.isEmpty() && after.size() >= OkChats.PAGE) {
            throw new ReplyRefused(Kind.OUTCOME_UNKNOWN);
        }
        return found;
    }

    private static Published published(JsonNode mid) {
        return mid.asText("").isEmpty() ? Published.NOWHERE : new Published(mid.asText(), null);
    }

    static Kind kind(OkRefusal refusal) {
        return switch (refusal.code()) {
            // Of the group or of the person's privacy.
            case 455, 458 -> Kind.AUTHOR_BLOCKED;
            case 456 -> Kind.COMMENTS_CLOSED;
            case 140, 141, 300 -> Kind.MESSAGE_DELETED;
            case 601 -> Kind.TEXT_TOO_LONG;
            default -> Kind.NETWORK_REFUSED;
        };
    }
}
