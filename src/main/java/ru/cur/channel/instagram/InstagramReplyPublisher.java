package ru.cur.channel.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWay;

/**
 * Answers under comments of the first level, where mentioned under the publication of somebody else, and once in private. Texts
 * only: no comment there has a picture. Under a foreign publication and in private nothing can be looked up, so that a person
 * looks when the line broke.
 */
@Component
@InstagramConnected
@Order(0)
class InstagramReplyPublisher implements ReplyPublisher {
    private static final int LONGEST_TEXT = 2200;

    private final InstagramApi api;

    InstagramReplyPublisher(InstagramApi api) {
        this.api = api;
    }

    @Override
    public boolean serves(Place place) {
        return InstagramPlace.of(place).isPresent();
    }

    @Override
    public Published publish(Reply reply) {
        InstagramPlace place = InstagramPlace.of(reply.place()).orElseThrow();
        try {
            if (reply.way() == ReplyWay.PRIVATE_MESSAGE) {
                return writePrivately(reply, place);
            }
            return switch (place.kind()) {
                case COMMENT -> comment(reply, place);
                case MENTION -> answerMention(reply, place);
                case LIVE -> throw new ReplyRefused(Kind.COMMENTS_CLOSED, "комментарии прямого эфира");
            };
        } catch (InstagramRefusal refusal) {
            throw new ReplyRefused(kind(refusal, reply), refusal.getMessage());
        }
    }

    private Published comment(Reply reply, InstagramPlace place) {
        if (reply.mayBeOut()) {
            Optional<Published> out = find(reply, place);
            if (out.isPresent()) {
                return out.get();
            }
        }
        return published(api.reply(place.root(), reply.text()).path("id"));
    }

    private Optional<Published> find(Reply reply, InstagramPlace place) {
        JsonNode replies = seen(place);
        Optional<Published> found = StreamSupport.stream(replies.path("data").spliterator(), false)
                .filter(other -> reply.says(other.path("text").asText("")))
                .map(other -> published(other.path("id")))
                .findFirst();
        if (found.isEmpty() && replies.path("paging").has("next")) {
            throw new ReplyRefused(Kind.OUTCOME_UNKNOWN);
        }
        return found;
    }

    private JsonNode seen(InstagramPlace place) {
        try {
            return api.replies(place.root());
        } catch (InstagramRefusal refusal) {
            throw new ReplyRefused(
                    refusal.isOfMissingThing() ? Kind.MESSAGE_DELETED : Kind.OUTCOME_UNKNOWN, refusal.getMessage());
        }
    }

    private Published answerMention(Reply reply, InstagramPlace place) {
        requireUntouched(reply);
        boolean inCaption = reply.place().externalId().equals(InstagramPlace.message(place.media()));
        return published(api.replyToMention(
                        place.media(), inCaption ? null : reply.place().externalId(), reply.text())
                .path("id"));
    }

    private Published writePrivately(Reply reply, InstagramPlace place) {
        if (place.kind() == InstagramPlace.Kind.MENTION) {
            throw new ReplyRefused(Kind.PRIVATE_MESSAGES_CLOSED, "комментарий под чужой публикацией");
        }
        requireUntouched(reply);
        return published(
                api.replyPrivately(reply.place().externalId(), reply.text()).path("message_id"));
    }

    private static void requireUntouched(Reply reply) {
        if (reply.mayBeOut()) {
            throw new ReplyRefused(Kind.OUTCOME_UNKNOWN);
        }
    }

    private static Published published(JsonNode id) {
        return id.asText("").isEmpty() ? Published.NOWHERE : new Published(id.asText(), null);
    }

    private static Kind kind(InstagramRefusal refusal, Reply reply) {
        if (refusal.isOfMissingThing()) {
            return Kind.MESSAGE_DELETED;
        }
        if (refusal.isOfClosedMessages()) {
            return Kind.PRIVATE_MESSAGES_CLOSED;
        }
        return reply.text().length() > LONGEST_TEXT ? Kind.TEXT_TOO_LONG : Kind.NETWORK_REFUSED;
    }
}
