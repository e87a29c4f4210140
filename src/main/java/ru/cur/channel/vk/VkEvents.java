package ru.cur.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.NetworkEvent;
import ru.cur.channel.inbox.NetworkEvent.Deleted;
import ru.cur.channel.inbox.NetworkEvent.Nothing;
import ru.cur.channel.inbox.NetworkEvent.Posted;
import ru.cur.channel.inbox.NetworkEvent.Restored;
import ru.cur.channel.inbox.NetworkEvents;
import ru.cur.channel.inbox.StoredEvent;
import ru.cur.channel.inbox.UnreadableEvent;

/** Reads events of the Callback API, and mentions, which come in the same form. */
@Component
@VkConnected
class VkEvents implements NetworkEvents {
    private final VkProperties properties;
    private final VkMessages messages;
    private final ObjectMapper json;

    VkEvents(VkProperties properties, VkMessages messages, ObjectMapper json) {
        this.properties = properties;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.VK;
    }

    @Override
    public List<NetworkEvent> read(StoredEvent event) {
        JsonNode envelope = event.json(json);
        JsonNode object = envelope.path("object");
        String type = envelope.path("type").asText();
        return List.of(
                switch (type) {
                    case "wall_reply_new", "photo_comment_new", "video_comment_new", "board_post_new" ->
                        comment(type, object, event, false);
                    case "wall_reply_edit", "photo_comment_edit", "video_comment_edit", "board_post_edit" ->
                        comment(type, object, event, true);
                    case "wall_reply_restore", "photo_comment_restore", "video_comment_restore", "board_post_restore" ->
                        restored(type, object, event);
                    case "wall_reply_delete", "photo_comment_delete", "video_comment_delete", "board_post_delete" ->
                        new Deleted(commentId(type, object).toString());
                    case "wall_post_new", "wall_repost", "mention" -> post(object);
                    case "message_new" -> privately(object.path("message"), event, false);
                    case "message_edit" -> privately(object, event, true);
                    default -> new Nothing("событие «%s» работы не касается".formatted(type));
                });
    }

    private NetworkEvent comment(String type, JsonNode object, StoredEvent event, boolean edit) {
        return ours(object)
                .orElseGet(() -> messages.comment(commentId(type, object), object, edit ? event.receivedAt() : null));
    }

    private NetworkEvent restored(String type, JsonNode object, StoredEvent event) {
        return ours(object)
                .orElseGet(() -> new Restored(messages.comment(commentId(type, object), object, event.receivedAt())));
    }

    /** What our community itself has written: its answers come back as events, too. */
    private Optional<NetworkEvent> ours(JsonNode object) {
        return object.path("from_id").asLong() == -properties.groupId()
                ? Optional.of(new Nothing("написано самим сообществом"))
                : Optional.empty();
    }

    private NetworkEvent post(JsonNode object) {
        long owner = object.path("owner_id").asLong(object.path("to_id").asLong());
        VkId id = id(VkId.Kind.WALL, owner, object.path("id").asLong());
        if (object.path("from_id").asLong() == -properties.groupId()) {
            return new Posted(
                    id.toString(),
                    object.path("text").asText(),
                    id.permalink(properties.groupId()),
                    messages.moment(object));
        }
        if (object.path("post_type").asText().equals("reply")) {
            return messages.comment(
                    id(VkId.Kind.WALL, owner, object.path("post_id").asLong())
                            .comment(object.path("id").asLong()),
                    object,
                    null);
        }
        return object.path("text").asText().isBlank()
                        && object.path("attachments").isEmpty()
                ? new Nothing("публикация без текста и вложений")
                : messages.post(id, object);
    }

    private NetworkEvent privately(JsonNode message, StoredEvent event, boolean edit) {
        long peer = message.path("peer_id").asLong();
        long number = message.path("id")
                .asLong(message.path("conversation_message_id").asLong());
        if (message.path("out").asInt() == 1 || message.path("from_id").asLong() <= 0) {
            return new Nothing("написано самим сообществом");
        }
        return messages.privateMessage(id(VkId.Kind.IM, peer, number), message, edit ? event.receivedAt() : null);
    }

    private static VkId commentId(String type, JsonNode object) {
        long comment = object.path("id").asLong();
        VkId.Kind kind =
                switch (type.substring(0, type.indexOf('_'))) {
                    case "photo" -> VkId.Kind.PHOTO;
                    case "video" -> VkId.Kind.VIDEO;
                    case "board" -> VkId.Kind.TOPIC;
                    default -> VkId.Kind.WALL;
                };
        if (comment <= 0) {
            throw new UnreadableEvent("В событии ВКонтакте нет номера комментария");
        }
        VkId commented =
                switch (kind) {
                    case PHOTO ->
                        id(
                                kind,
                                either(object, "photo_owner_id"),
                                object.path("photo_id").asLong());
                    case VIDEO ->
                        id(
                                kind,
                                either(object, "video_owner_id"),
                                object.path("video_id").asLong());
                    case TOPIC ->
                        id(
                                kind,
                                either(object, "topic_owner_id"),
                                object.path("topic_id").asLong());
                    default ->
                        id(
                                kind,
                                either(object, "post_owner_id"),
                                object.path("post_id").asLong());
                };
        return commented.comment(comment);
    }

    private static long either(JsonNode object, String field) {
        return object.path(field).asLong(object.path("owner_id").asLong());
    }

    private static VkId id(VkId.Kind kind, long owner, long item) {
        if (owner == 0 || item <= 0) {
            throw new UnreadableEvent("В событии ВКонтакте не названо, о чём оно");
        }
        return new VkId(kind, owner, item, 0);
    }
}
