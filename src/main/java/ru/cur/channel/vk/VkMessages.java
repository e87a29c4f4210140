package ru.cur.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkEvent.Wrote;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Origin;
import ru.cur.incident.IncomingMessage.Place;
import ru.cur.incident.IncomingMessage.Post;

/** Makes messages of what VKontakte tells of comments, posts and private messages. */
@Component
@VkConnected
class VkMessages {
    /** {@code [id77|Анна]}: VKontakte writes the person that is spoken to. */
    private static final Pattern MENTION = Pattern.compile("\\[(?:id|club|public)\\d+(?::[^|\\]]*)?\\|([^\\]]*)]");

    private final VkProperties properties;
    private final VkNames names;

    VkMessages(VkProperties properties, VkNames names) {
        this.properties = properties;
        this.names = names;
    }

    /** @param changedAt when the text was changed into this; null for the first version */
    Wrote comment(VkId id, JsonNode object, Instant changedAt) {
        VkId post = id.parent();
        return wrote(
                id,
                object,
                new Origin(
                        post + "_r" + VkConversation.root(object),
                        new Post(post.permalink(properties.groupId()), null),
                        null),
                repliesTo(id, object),
                changedAt);
    }

    /** The comment that is replied to, then those above it. */
    private static List<String> repliesTo(VkId id, JsonNode object) {
        List<Long> above = new ArrayList<>();
        object.path("parents_stack").forEach(parent -> above.add(0, parent.asLong()));
        return Stream.concat(Stream.of(object.path("reply_to_comment").asLong()), above.stream())
                .filter(comment -> comment > 0)
                .map(comment -> id.comment(comment).toString())
                .distinct()
                .toList();
    }

    /** What a person has written on a wall, the community's or his own. */
    Wrote post(VkId id, JsonNode object) {
        return wrote(id, object, new Origin(id.toString(), null, null), List.of(), null);
    }

    /** @param changedAt when the text was changed into this, if the message itself does not say; null for the first version */
    Wrote privateMessage(VkId id, JsonNode object, Instant changedAt) {
        long updated = object.path("update_time").asLong();
        List<String> repliesTo = Stream.of(
                        object.path("reply_message").path("id").asLong())
                .filter(number -> number > 0)
                .map(number -> new VkId(id.kind(), id.owner(), number, 0).toString())
                .toList();
        return wrote(
                id,
                object,
                new Origin("im" + id.owner(), null, null),
                repliesTo,
                updated > 0 && changedAt != null ? Instant.ofEpochSecond(updated) : changedAt);
    }

    private Wrote wrote(VkId id, JsonNode object, Origin origin, List<String> repliesTo, Instant changedAt) {
        long from = object.path("from_id").asLong();
        IncomingMessage message = new IncomingMessage(
                Channel.VK.code(),
                id.toString(),
                new Author(String.valueOf(from), names.of(from), null),
                MENTION.matcher(object.path("text").asText()).replaceAll("$1"),
                moment(object),
                id.permalink(properties.groupId()),
                place(object),
                VkAttachments.of(object.path("attachments")),
                origin);
        return new Wrote(
                message, repliesTo, id.comment() == 0 ? null : id.parent().toString(), changedAt);
    }

    private static Place place(JsonNode object) {
        JsonNode at = object.path("geo").path("coordinates");
        return at.path("latitude").isNumber() && at.path("longitude").isNumber()
                ? new Place(
                        null,
                        null,
                        at.path("latitude").asDouble(),
                        at.path("longitude").asDouble())
                : Place.UNKNOWN;
    }

    /** When it was written; null when it does not say. */
    Instant moment(JsonNode object) {
        long seconds = object.path("date").asLong();
        return seconds > 0 ? Instant.ofEpochSecond(seconds) : null;
    }
}
