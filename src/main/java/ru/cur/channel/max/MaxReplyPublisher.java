package ru.cur.channel.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.cur.channel.network.NetworkFailure;
import ru.cur.reply.ReplyNotOut;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;
import ru.cur.reply.ReplyWaits;
import ru.cur.reply.ReplyWay;

/**
 * Answers in MAX: under a message of a chat or dialog, with pictures, or under a comment of a channel, where MAX takes texts only.
 * MAX knows no key by which it would refuse to publish twice, so that it is looked at first. Who had written under a post and
 * has never spoken with the bot can't be written to.
 */
@Component
@MaxConnected
@Order(0)
class MaxReplyPublisher implements ReplyPublisher {
    private static final int LONGEST_TEXT = 4000;
    private static final List<Duration> UNTIL_READY =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));

    private final MaxApi api;

    MaxReplyPublisher(MaxApi api) {
        this.api = api;
    }

    @Override
    public boolean serves(Place place) {
        return MaxPlace.of(place).isPresent();
    }

    @Override
    public Published publish(Reply reply) {
        MaxPlace place = MaxPlace.of(reply.place()).orElseThrow();
        if (reply.way() == ReplyWay.PRIVATE_MESSAGE && place.kind() != MaxPlace.Kind.DIALOG) {
            return publishPrivately(reply);
        }
        if (reply.mayBeOut()) {
            Optional<Published> out = find(reply, place);
            if (out.isPresent()) {
                return out.get();
            }
        }
        Map<String, Object> message = message(reply, place.kind() != MaxPlace.Kind.POST);
        message.put("link", Map.of("type", "reply", "mid", reply.place().externalId()));
        try {
            return published(whenReady(() -> api.send(place, message)).path("message"));
        } catch (MaxRefusal refusal) {
            throw refused(refusal, reply, place);
        }
    }

    private Published publishPrivately(Reply reply) {
        if (reply.place().authorId() == null) {
            throw new ReplyRefused(Kind.PRIVATE_MESSAGES_CLOSED);
        }
        if (reply.mayBeOut()) {
            // His dialog has a number that only its messages tell.
            throw new ReplyRefused(Kind.OUTCOME_UNKNOWN);
        }
        Map<String, Object> message = message(reply, true);
        try {
            return published(whenReady(() -> api.sendTo(reply.place().authorId(), message))
                    .path("message"));
        } catch (MaxRefusal refusal) {
            throw new ReplyRefused(
                    refusal.status() == 403 || refusal.status() == 404
                            ? Kind.PRIVATE_MESSAGES_CLOSED
                            : Kind.NETWORK_REFUSED,
                    refusal.getMessage());
        }
    }

    private Map<String, Object> message(Reply reply, boolean withPictures) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("text", reply.text());
        if (withPictures) {
            List<Map<String, Object>> pictures = pictures(reply);
            if (!pictures.isEmpty()) {
                message.put("attachments", pictures);
            }
            message.put("notify", true);
        }
        return message;
    }

    private List<Map<String, Object>> pictures(Reply reply) {
        try {
            return reply.files().stream()
                    .filter(file -> file.mediaType().startsWith("image/"))
                    .map(api::picture)
                    .toList();
        } catch (NetworkFailure failure) {
            throw new ReplyNotOut("The pictures did not get to MAX: " + failure.getMessage(), failure);
        } catch (MaxRefusal refusal) {
            throw new ReplyRefused(Kind.NETWORK_REFUSED, "снимки: " + refusal.getMessage());
        }
    }

    /** MAX works on a picture for a moment before a message may show it; what it refuses until then is not out. */
    private static JsonNode whenReady(Supplier<JsonNode> send) {
        for (Duration pause : UNTIL_READY) {
            try {
                return send.get();
            } catch (MaxRefusal refusal) {
                if (!refusal.isTooEarly()) {
                    throw refusal;
                }
                rest(pause);
            }
        }
        throw new ReplyWaits("MAX ещё обрабатывает снимки");
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new ReplyNotOut("The program ends", end);
        }
    }

    /** Looks for the answer under the message that it answers. @throws ReplyRefused when not all could be seen that came after it */
    private Optional<Published> find(Reply reply, MaxPlace place) {
        String answered = reply.place().externalId();
        List<JsonNode> latest;
        try {
            latest = StreamSupport.stream(api.latest(place).path("messages").spliterator(), false)
                    .toList();
        } catch (MaxRefusal refusal) {
            throw new ReplyRefused(Kind.OUTCOME_UNKNOWN, refusal.getMessage());
        }
        Optional<Published> found = latest.stream()
                .filter(message -> message.at("/link/message/mid").asText().equals(answered))
                .filter(message -> reply.says(message.at("/body/text").asText()))
                .map(MaxReplyPublisher::published)
                .findFirst();
        boolean seenAll = latest.size() < MaxApi.PAGE
                || (place.kind() != MaxPlace.Kind.POST
                        && latest.stream()
                                .anyMatch(message ->
                                        message.at("/body/mid").asText().equals(answered)));
        if (found.isEmpty() && !seenAll) {
            throw new ReplyRefused(Kind.OUTCOME_UNKNOWN);
        }
        return found;
    }

    private static Published published(JsonNode message) {
        String mid = message.at("/body/mid").asText("");
        String url = message.path("url").asText("");
        return new Published(mid.isEmpty() ? null : mid, url.startsWith("https://") ? url : null);
    }

    private static ReplyRefused refused(MaxRefusal refusal, Reply reply, MaxPlace place) {
        Kind kind = Kind.NETWORK_REFUSED;
        if (reply.text().length() > LONGEST_TEXT) {
            kind = Kind.TEXT_TOO_LONG;
        } else if (refusal.status() == 404) {
            kind = Kind.MESSAGE_DELETED;
        } else if (refusal.status() == 403 && place.kind() == MaxPlace.Kind.DIALOG) {
            kind = Kind.AUTHOR_BLOCKED;
        } else if (refusal.status() == 403 && place.kind() == MaxPlace.Kind.POST) {
            kind = Kind.COMMENTS_CLOSED;
        }
        return new ReplyRefused(kind, refusal.getMessage());
    }
}
