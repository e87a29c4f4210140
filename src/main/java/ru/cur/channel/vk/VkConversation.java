package ru.cur.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;

/** Which events must be worked on in the order of their arrival: those of one thread of comments, of one private conversation. */
final class VkConversation {

    private VkConversation() {}

    /** @param key of the event, whose conversation it is when it is part of none */
    static String of(String type, JsonNode object, String key) {
        if (type.startsWith("wall_reply")) {
            return "wall%d_%d %d"
                    .formatted(owner(object), object.path("post_id").asLong(), root(object));
        }
        if (type.startsWith("message_")) {
            JsonNode message = object.has("message") ? object.path("message") : object;
            long peer = message.path("peer_id").asLong();
            return peer == 0 ? key : "im" + peer;
        }
        long id = object.path("id").asLong();
        return id == 0 ? key : type.replaceAll("_[a-z]+$", "") + ' ' + owner(object) + ' ' + id;
    }

    private static long owner(JsonNode object) {
        return object.path("owner_id").asLong(object.path("post_owner_id").asLong());
    }

    /** The comment that began the thread. */
    static long root(JsonNode comment) {
        JsonNode first = comment.path("parents_stack").path(0);
        return first.isMissingNode() ? comment.path("id").asLong() : first.asLong();
    }
}
