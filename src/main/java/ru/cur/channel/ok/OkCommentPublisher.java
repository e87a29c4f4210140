package ru.cur.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWay;

/**
 * Answers comments by another comment under the same post, a text without pictures; Odnoklassniki know no comment that answers
 * one. In private it is a message of the group, which the author must have allowed.
 */
@Component
@OkCommentsConnected
@Order(0)
class OkCommentPublisher implements ReplyPublisher {
    private final OkDiscussions discussions;
    private final OkChats chats;
    private final OkCommentsProperties properties;

    OkCommentPublisher(OkDiscussions discussions, OkChats chats, OkCommentsProperties properties) {
        this.discussions = discussions;
        this.chats = chats;
        this.properties = properties;
    }

    @Override
    public boolean serves(Place place) {
        return OkPlace.discussion(place).isPresent();
    }

    @Override
    public Published publish(Reply reply) {
        OkPlace.Discussion about = OkPlace.discussion(reply.place()).orElseThrow();
        try {
            return reply.way() == ReplyWay.PRIVATE_MESSAGE ? writePrivately(reply) : comment(reply, about);
        } catch (OkRefusal refusal) {
            throw new ReplyRefused(OkChatPublisher.kind(refusal), refusal.getMessage());
        }
    }

    private Published comment(Reply reply, OkPlace.Discussion about) {
        if (reply.mayBeOut()) {
            Optional<String> out = find(reply, about);
            if (out.isPresent()) {
                return new Published(about.comment(out.get()), null);
            }
        }
        String id = discussions.add(about.type(), about.id(), reply.text());
        return id.isEmpty() ? Published.NOWHERE : new Published(about.comment(id), null);
    }

    private Optional<String> find(Reply reply, OkPlace.Discussion about) {
        try {
            return discussions.comments(about.type(), about.id()).stream()
                    .filter(comment -> comment.path("author_id").asText().equals(properties.accountId()))
                    .filter(comment -> reply.says(comment.path("text").asText("")))
                    .map(comment -> comment.path("id").asText())
                    .findFirst();
        } catch (OkRefusal | IllegalStateException unseen) {
            throw new ReplyRefused(Kind.OUTCOME_UNKNOWN, unseen.getMessage());
        }
    }

    private Published writePrivately(Reply reply) {
        if (reply.place().authorId() == null) {
            throw new ReplyRefused(Kind.PRIVATE_MESSAGES_CLOSED);
        }
        if (reply.mayBeOut()) {
            // His chat has a number that only its messages tell.
            throw new ReplyRefused(Kind.OUTCOME_UNKNOWN);
        }
        JsonNode sent = chats.sendTo(reply.place().authorId(), reply.text()).path("success");
        if (!(sent.isArray() ? sent.path(0) : sent).asBoolean()) {
            throw new ReplyRefused(Kind.PRIVATE_MESSAGES_CLOSED);
        }
        return Published.NOWHERE;
    }
}
